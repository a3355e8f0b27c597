"""The table of all actions: add an action here, and what it calls."""

from dataclasses import dataclass

from core.text import translatable


@dataclass(frozen=True)
class Row:
    """One action. `target` names what it calls; `keys` are in Qt's portable writing.

    A target is the name of a method, behind the names of a part of the window and of what belongs to that. Rows of a
    menu whose `group` differs are set apart by a line.
    """

    target: str
    menu: str
    text: str
    tip: str
    keys: tuple[str, ...] = ()
    icon: str = ""
    group: int = 0
    forward: bool = False  # it trains, so it is off where a run has diverged
    backward: bool = False  # it undoes, so it is off at the start of a run


TABLE = (
    Row(
        "files.new",
        "file",
        translatable("Actions", "New"),
        translatable("Actions", "Begin anew with the article’s experiment"),
        ("Ctrl+N",),
    ),
    Row(
        "files.open",
        "file",
        translatable("Actions", "Open…"),
        translatable("Actions", "Open an experiment, with its run where the file holds one"),
        ("Ctrl+O",),
    ),
    Row(
        "files.save",
        "file",
        translatable("Actions", "Save"),
        translatable("Actions", "Save the experiment and its run"),
        ("Ctrl+S",),
        group=1,
    ),
    Row(
        "files.save_as",
        "file",
        translatable("Actions", "Save as…"),
        translatable("Actions", "Save the experiment and its run in another file"),
        ("Ctrl+Shift+S",),
        group=1,
    ),
    Row(
        "session.reset",
        "train",
        translatable("Actions", "Reset"),
        translatable("Actions", "Begin again from the same initial weights"),
        ("Ctrl+R",),
        "reset",
        backward=True,
    ),
    Row(
        "session.step_back",
        "train",
        translatable("Actions", "Step back"),
        translatable("Actions", "Undo one operation, also into the epoch before"),
        ("Left",),
        "step-back",
        backward=True,
    ),
    Row(
        "player.toggle",
        "train",
        translatable("Actions", "Run"),
        translatable("Actions", "Train on and on, or pause"),
        ("Space",),
        "run",
        forward=True,
    ),
    Row(
        "step",
        "train",
        translatable("Actions", "Step"),
        translatable("Actions", "Do one operation"),
        ("Right",),
        "step",
        forward=True,
    ),
    Row(
        "session.step_phase",
        "train",
        translatable("Actions", "Phase"),
        translatable("Actions", "Go on to the end of this phase"),
        ("Shift+Right",),
        "step-phase",
        forward=True,
    ),
    Row(
        "session.run_epoch",
        "train",
        translatable("Actions", "Epoch"),
        translatable("Actions", "Complete one epoch"),
        ("Ctrl+Right",),
        "epoch",
        forward=True,
    ),
    Row(
        "ask_run_to",
        "train",
        translatable("Actions", "Run to epoch…"),
        translatable("Actions", "Run to a given epoch, or go back to it"),
        ("Ctrl+G",),
        "run-to",
    ),
    Row(
        "loss.pin",
        "view",
        translatable("Actions", "Keep this run to compare"),
        translatable("Actions", "Let this run’s curve stay, dashed, beside those of the runs to come"),
        ("Ctrl+K",),
    ),
    Row(
        "flow.fit",
        "view",
        translatable("Actions", "Fit the network into view"),
        translatable("Actions", "Show the whole network again after zooming"),
        ("Ctrl+0",),
        "fit",
    ),
    Row(
        "session.undo_stack.undo",
        "edit",
        translatable("Actions", "Undo"),
        translatable("Actions", "Take the last edit back; training stays where it is"),
        ("Ctrl+Z",),
    ),
    Row(
        "session.undo_stack.redo",
        "edit",
        translatable("Actions", "Redo"),
        translatable("Actions", "Make the edit again that was taken back last"),
        ("Ctrl+Shift+Z", "Ctrl+Y"),
    ),
    Row(
        "data.import_csv",
        "file",
        translatable("Actions", "Import data…"),
        translatable("Actions", "Read samples from a CSV file"),
        group=2,
    ),
    Row(
        "data.paste_address",
        "file",
        translatable("Actions", "Playground address…"),
        translatable("Actions", "Use the experiment that an address of TensorFlow Playground stands for"),
        group=2,
    ),
    Row(
        "data.export_csv",
        "file",
        translatable("Actions", "Export training samples…"),
        translatable("Actions", "Write the samples to learn from into a CSV file"),
        group=2,
    ),
    Row(
        "data.export_test_csv",
        "file",
        translatable("Actions", "Export test samples…"),
        translatable("Actions", "Write the samples to test with into a CSV file"),
        group=2,
    ),
    Row(
        "numpy.save_numpy_script",
        "file",
        translatable("Actions", "Export NumPy script…"),
        translatable("Actions", "Write the run as a script that needs only NumPy and comes to the same numbers"),
        group=2,
    ),
    Row(
        "numpy.save_pytorch_script",
        "file",
        translatable("Actions", "Export PyTorch script…"),
        translatable("Actions", "Write the run as a script for PyTorch"),
        group=2,
    ),
    Row(
        "calculation.print_page",
        "file",
        translatable("Actions", "Print calculation…"),
        translatable("Actions", "Print the current operation with its formula and its numbers"),
        ("Ctrl+P",),
        group=3,
    ),
    Row(
        "calculation.save_pdf",
        "file",
        translatable("Actions", "Save calculation as PDF…"),
        translatable("Actions", "Keep the current operation with its formula and its numbers"),
        group=3,
    ),
    Row(
        "numpy.copy_script",
        "edit",
        translatable("Actions", "Copy NumPy script"),
        translatable("Actions", "Put the run as a script on the clipboard"),
        ("Ctrl+Shift+C",),
        group=1,
    ),
    Row(
        "diagnosis.ask",
        "explore",
        translatable("Actions", "Why does it not learn?"),
        translatable("Actions", "What keeps the run from learning, in words"),
        ("Ctrl+D",),
    ),
    Row(
        "gradient_check.ask",
        "explore",
        translatable("Actions", "Check the gradients"),
        translatable("Actions", "Compare backpropagation with what a small step of each parameter does to the loss"),
        ("Ctrl+Shift+G",),
    ),
    Row(
        "seed_sweep.ask",
        "explore",
        translatable("Actions", "How often does it learn?"),
        translatable("Actions", "Train from many seeds and see how good each run becomes"),
        group=1,
    ),
    Row(
        "landscape.ask",
        "explore",
        translatable("Actions", "Loss landscape"),
        translatable("Actions", "The loss around the parameters, with the way the run has come"),
        ("Ctrl+L",),
        group=1,
    ),
    Row(
        "close",
        "file",
        translatable("Actions", "Quit"),
        translatable("Actions", "Close the window"),
        ("Ctrl+Q",),
        group=9,
    ),
    Row(
        "toggle_presentation",
        "view",
        translatable("Actions", "Presentation mode"),
        translatable("Actions", "Fill the screen and hide the panels for editing, or bring them back"),
        ("F11",),
    ),
    Row(
        "show_shortcuts",
        "help",
        translatable("Actions", "Keyboard shortcuts"),
        translatable("Actions", "All keys in one table"),
        ("F1",),
    ),
    Row(
        "show_about",
        "help",
        translatable("Actions", "About Gyaku"),
        translatable("Actions", "What this program is"),
    ),
)

UNDO, REDO, RUN = "session.undo_stack.undo", "session.undo_stack.redo", "player.toggle"
DIAGNOSE = "diagnosis.ask"
