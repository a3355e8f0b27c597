"""Say what keeps a run from learning."""

import argparse

from core.commands.arguments import add_file, add_json, read
from core.commands.output import show, show_json
from core.questions.diagnosis import diagnose


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Tell what the command takes."""
    add_file(parser)
    add_json(parser)


def run(arguments: argparse.Namespace) -> int:
    """Show the findings."""
    trainer = read(arguments).trainer()
    findings = diagnose(trainer.experiment, trainer.plan.parameters, trainer.timeline.history)
    if arguments.json:
        show_json(
            [
                {
                    "kind": finding.kind,
                    "layer": finding.layer,
                    "units": list(finding.units),
                    "sentence": str(finding.sentence),
                    "evidence": dict(finding.evidence),
                }
                for finding in findings
            ]
        )
        return 0
    for finding in findings:
        show(f"{finding.kind}: {finding.sentence}")
    if not findings:
        show("Nothing stands in the way of learning.")
    return 0
