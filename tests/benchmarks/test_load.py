"""The load test: what it reads off a screen, whom it sends, and how it counts."""

from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from app.text.screens import UNEXPECTED
from benchmarks.load_people import list_visitors
from benchmarks.load_record import Record, Step, percentile, summarise_errors, tabulate_pages
from benchmarks.load_screen import Screen
from benchmarks.load_widgets import Widget, state_of

KECAMATAN = ["99.01.01", "99.01.02"]


def begin(screen: Screen, *fragments: str) -> None:
    message = ForwardMsg()
    message.new_session.page_script_hash = "peta-hash"
    message.metadata.run.fragment_ids.extend(fragments)
    screen.take(message)


def draw(screen: Screen, path: list[int], label: str, fragment: str = "") -> None:
    message = ForwardMsg(hash=label)
    message.metadata.delta_path.extend(path)
    message.metadata.cacheable = True
    message.delta.fragment_id = fragment
    select = message.delta.new_element.selectbox
    select.id, select.label = f"$$ID-abc-{label}", label
    select.options.extend(["a", "b"])
    screen.take(message)


def end(screen: Screen, status: "ForwardMsg.ScriptFinishedStatus.ValueType") -> bool:
    message = ForwardMsg()
    message.script_finished = status
    return screen.take(message)


def labels(screen: Screen) -> list[str]:
    return [widget.label for widget in screen.widgets("selectbox")]


def test_what_a_run_has_not_drawn_again_is_gone_from_the_screen() -> None:
    screen = Screen()
    begin(screen)
    draw(screen, [0, 0], "satu")
    draw(screen, [0, 1], "dua")
    assert end(screen, ForwardMsg.FINISHED_SUCCESSFULLY)
    begin(screen)
    draw(screen, [0, 0], "tiga")
    assert end(screen, ForwardMsg.FINISHED_SUCCESSFULLY)
    assert labels(screen) == ["tiga"]


def test_the_run_of_a_fragment_leaves_the_rest_of_the_page_alone() -> None:
    screen = Screen()
    begin(screen)
    draw(screen, [0, 0], "luar")
    draw(screen, [0, 1], "dalam", fragment="f")
    draw(screen, [0, 2], "dalam juga", fragment="f")
    end(screen, ForwardMsg.FINISHED_SUCCESSFULLY)
    begin(screen, "f")
    draw(screen, [0, 1], "dalam baru", fragment="f")
    assert end(screen, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)
    assert labels(screen) == ["luar", "dalam baru"]


def test_a_run_that_is_begun_anew_has_not_ended() -> None:
    screen = Screen()
    begin(screen)
    assert not end(screen, ForwardMsg.FINISHED_EARLY_FOR_RERUN)


def test_a_message_that_the_browser_has_already_is_taken_from_there() -> None:
    screen = Screen()
    begin(screen)
    draw(screen, [0, 0], "satu")
    end(screen, ForwardMsg.FINISHED_SUCCESSFULLY)
    assert screen.known == ["satu"]
    begin(screen)
    again = ForwardMsg(ref_hash="satu")
    again.metadata.delta_path.extend([0, 3])
    screen.take(again)
    end(screen, ForwardMsg.FINISHED_SUCCESSFULLY)
    assert labels(screen) == ["satu"]


def test_the_calm_sentence_in_place_of_a_page_counts_as_an_error() -> None:
    screen = Screen()
    begin(screen)
    message = ForwardMsg()
    message.metadata.delta_path.extend([0, 0])
    message.delta.new_element.alert.body = UNEXPECTED.format(reference="AB12")
    screen.take(message)
    assert len(screen.faults()) == 1


def test_a_press_is_a_trigger_and_a_choice_keeps_its_value() -> None:
    assert state_of(Widget("button", "b", "Simpan"), "").trigger_value
    assert state_of(Widget("selectbox", "s", "Tahun"), "2026").string_value == "2026"
    group = state_of(Widget("button_group", "g", "Tampilan"), "Tabel")
    assert list(group.string_array_value.data) == ["Tabel"]


def test_seven_of_ten_look_two_enter_and_one_plans() -> None:
    visitors = list_visitors(50, KECAMATAN * 3)
    assert sum(visitor.saves for visitor in visitors) == 10
    assert sum(visitor.grant.role == "bappeda" for visitor in visitors) == 5
    assert len({visitor.token for visitor in visitors}) == 50
    assert {visitor.grant.role for visitor in visitors} == {
        "pimpinan", "anggota_tpps", "verifikator", "penyetuju", "admin", "operator", "bappeda",
    }  # fmt: skip


def test_operators_share_no_part_of_a_kecamatan_while_there_are_enough() -> None:
    codes = [f"99.01.{number:02}" for number in range(1, 13)]
    parts = [each.grant for each in list_visitors(50, codes) if each.saves]
    assert len({(grant.wilayah_code, grant.agency) for grant in parts}) == len(parts)


def test_percentiles_are_values_that_were_measured() -> None:
    values = [float(number) for number in range(1, 101)]
    assert percentile(values, 0.5) == 50
    assert percentile(values, 0.95) == 95
    assert percentile([3.0], 0.99) == 3
    assert percentile([], 0.5) is None


def test_the_slowest_page_comes_first_and_errors_are_counted() -> None:
    record = Record([Step("go to", "peta", 0.1, 1.0), Step("go to", "anggaran", 2.0, 2.0, 0.4)])
    rows = tabulate_pages(record.steps).splitlines()
    assert rows[2].startswith("| anggaran | go to | 1 | 2.00 ")
    assert "| 0.400 |" in rows[2]
    assert summarise_errors(["a", "b", "a"]).splitlines() == ["- 2 x a", "- 1 x b"]
    assert summarise_errors([]) == "- none"
