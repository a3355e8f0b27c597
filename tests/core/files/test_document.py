from hypothesis import HealthCheck, given, settings

from core.disk import SUFFIX
from core.experiment import Experiment
from core.files.document import FORMAT, VERSION, document_of
from tests.core.files.runs import ARTICLE, experiments


@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
@given(experiments())
def test_a_document_has_all_of_an_experiment(experiment: Experiment) -> None:
    assert document_of(experiment).experiment == experiment


def test_a_document_says_what_it_is() -> None:
    document = document_of(ARTICLE)
    assert (document.format, document.version, document.state) == (FORMAT, VERSION, None)
    assert f".{FORMAT}" == SUFFIX
