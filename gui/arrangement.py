"""The panels of the window, in one table: what they are called, and where they stand at first."""

from PySide6.QtCore import QCoreApplication

from gui.docks import BOTTOM, LEFT, RIGHT, Place


def places() -> list[Place]:
    """Return a place for each panel, with its title in the language in force."""
    translate = QCoreApplication.translate  # under this name lupdate knows it
    return [
        Place("data", translate("Panels", "Data"), "data:DataPanel", LEFT, 300),
        Place("network", translate("Panels", "Network"), "network:NetworkPanel", LEFT, 210),
        Place("training", translate("Panels", "Training"), "training:TrainingPanel", LEFT, 200, in_small="network"),
        Place("calculation", translate("Panels", "Calculation"), "calculation:CalculationPanel", BOTTOM, 500),
        Place("numpy", translate("Panels", "NumPy"), "code:CodePanel", BOTTOM, 310, in_small="calculation"),
        Place("loss", translate("Panels", "Loss"), "loss_curve:LossPanel", RIGHT, 240),
        Place("output_map", translate("Panels", "Output over the plane"), "output_map:OutputMapPanel", RIGHT, 260),
        Place(
            "outputs",
            translate("Panels", "Outputs"),
            "outputs_table:OutputsPanel",
            RIGHT,
            400,
            shown=False,
            over="output_map",
        ),
        Place(
            "gradient_sizes",
            translate("Panels", "Gradient size by layer"),
            "gradient_sizes:GradientSizesPanel",
            RIGHT,
            170,
            in_small="output_map",
        ),
        Place(
            "histograms",
            translate("Panels", "Histograms"),
            "histograms:HistogramsPanel",
            RIGHT,
            shown=False,
            over="gradient_sizes",
        ),
        Place(
            "gradient_check",
            translate("Panels", "Gradient check"),
            "gradient_check:GradientCheckPanel",
            RIGHT,
            400,
            shown=False,
            over="output_map",
        ),
        Place(
            "seed_sweep",
            translate("Panels", "Seed sweep"),
            "seed_sweep:SeedSweepPanel",
            RIGHT,
            400,
            shown=False,
            over="output_map",
        ),
        Place(
            "landscape",
            translate("Panels", "Loss landscape"),
            "landscape:LandscapePanel",
            RIGHT,
            400,
            shown=False,
            over="output_map",
        ),
        Place(
            "diagnosis",
            translate("Panels", "Diagnosis"),
            "diagnosis:DiagnosisPanel",
            RIGHT,
            400,
            shown=False,
            over="gradient_sizes",
        ),
    ]
