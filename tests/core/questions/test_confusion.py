import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from core.classes import NO_CLASS, classes_of
from core.evaluation import Evaluation
from core.experiment import Experiment, Layer
from core.questions.confusion import confusion, error_sizes
from tests.core.strategies import rows
from tests.core.targets import ONE_HOT, of_targets

answers = st.floats(-2, 2) | st.sampled_from([np.nan, np.inf, -np.inf])


@given(st.data(), st.booleans(), st.integers(2, 12))
def test_rows_add_up_to_the_samples_of_a_class_and_the_accuracy_is_the_evaluations(
    data: st.DataObject, one_output: bool, samples: int
) -> None:
    kinds = ((0.0,), (1.0,)) if one_output else ONE_HOT
    targets = data.draw(st.lists(st.sampled_from(kinds), min_size=samples, max_size=samples))
    assume(not one_output or len(set(targets)) == 2)
    outputs = np.array(data.draw(rows(samples, len(kinds[0]), answers)))
    experiment = Experiment(of_targets(*targets), (Layer(len(kinds[0])),))
    evaluation, classes = Evaluation(experiment), classes_of(experiment.data)
    assert classes is not None
    wanted, given_ = classes.of_targets(evaluation.targets), classes.of_outputs(outputs)
    counted = confusion(wanted, given_, len(kinds))
    assert counted.accuracy == pytest.approx(evaluation.accuracy(outputs))
    assert counted.right == (wanted == given_).sum()
    for target, row in enumerate(counted.counts):
        unknown = ((wanted == target) & (given_ == NO_CLASS)).sum()
        assert row.sum() + unknown == (wanted == target).sum()


def test_a_row_is_a_class_and_a_column_what_it_is_taken_for() -> None:
    counted = confusion(np.array([0, 0, 1]), np.array([1, 0, 1]), 2)
    assert counted.counts.tolist() == [[1, 1], [0, 1]]
    assert counted.accuracy == pytest.approx(2 / 3)


def test_the_size_of_an_error_is_its_length() -> None:
    sizes = error_sizes(np.array([[3.0, 4.0], [1.0, -1.0]]), np.array([[0.0, 0.0], [1.0, -1.0]]))
    assert sizes.tolist() == [5, 0]
    assert np.isnan(error_sizes(np.array([[np.nan]]), np.zeros((1, 1)))).all()
    assert error_sizes(np.array([[1e300]]), np.zeros((1, 1))).tolist() == [np.inf]
