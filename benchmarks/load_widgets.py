"""Elements of a page as a load test acts on them, and what the browser sends for an act."""

from dataclasses import dataclass

from streamlit.proto.ButtonGroup_pb2 import ButtonGroup
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.PageLink_pb2 import PageLink
from streamlit.proto.WidgetStates_pb2 import WidgetState


@dataclass(frozen=True, slots=True)
class Widget:
    """Something to act on: its kind, id, label, options and what was chosen first.

    `fragment`: the part of the page that an act on it runs; "" for the whole page.
    `form`: the form that it waits for, "" outside of any.
    """

    kind: str
    id: str
    label: str
    fragment: str = ""
    options: tuple[str, ...] = ()
    current: str = ""
    form: str = ""

    @property
    def key(self) -> str:
        """The key that the page gave it, "None" where it gave none."""
        return self.id.split("-", 2)[-1]


_PLAIN = ("button", "text_input", "file_uploader", "download_button")


def read_widget(element: Element, fragment: str) -> Widget | None:
    """The widget that an element is; None where it is none, or greyed out."""
    kind = element.WhichOneof("type") or ""
    if kind in ("selectbox", "radio"):
        return _read_choice(kind, getattr(element, kind), fragment)
    if kind == "button_group":
        return _read_group(element.button_group, fragment)
    if kind == "page_link":
        return _read_link(element.page_link)
    proto = getattr(element, kind) if kind in _PLAIN else None
    if proto is None or proto.disabled:
        return None
    current = proto.url if kind == "download_button" else ""
    return Widget(kind, proto.id, proto.label, fragment, current=current, form=proto.form_id)


def _read_link(link: PageLink) -> Widget | None:
    """A link to a page of ours: its id is the page's hash, its one option the query."""
    if link.disabled or link.external:
        return None
    name, query = link.page, link.query_string
    return Widget("page_link", link.page_script_hash, link.label, "", (query,), name)


def _read_choice(kind: str, proto: "object", fragment: str) -> Widget | None:
    if proto.disabled or len(proto.options) < 2:  # type: ignore[attr-defined]
        return None
    default, chosen = proto.default, proto.raw_value  # type: ignore[attr-defined]
    options = tuple(proto.options)  # type: ignore[attr-defined]
    current = chosen or (options[default] if 0 <= default < len(options) else "")
    return Widget(kind, proto.id, proto.label, fragment, options, current, proto.form_id)  # type: ignore[attr-defined]


def _read_group(proto: ButtonGroup, fragment: str) -> Widget | None:
    single = proto.click_mode == ButtonGroup.SINGLE_SELECT
    plain = not any(option.content_icon for option in proto.options)
    if proto.disabled or not single or not plain or len(proto.options) < 2:
        return None
    options = tuple(option.content for option in proto.options)
    current = options[proto.default[0]] if proto.default else ""
    if proto.set_value and proto.raw_values:
        current = proto.raw_values[0]
    return Widget("button_group", proto.id, proto.label, fragment, options, current, proto.form_id)


def state_of(widget: Widget, value: str) -> WidgetState:
    """What the browser sends for a widget whose value is now `value`."""
    state = WidgetState(id=widget.id)
    if widget.kind in ("button", "download_button"):
        state.trigger_value = True
    elif widget.kind == "button_group":
        state.string_array_value.data[:] = [value]
    else:
        state.string_value = value
    return state
