"""Names of topics whose versions say how fresh an answer is, where a name needs making."""

ENTERED = "isian"


def entered_in(period: str) -> str:
    """The figures entered for one period: a save moves only its own period's version.

    Operators enter the running half-year while most people look at years that are closed; what
    was computed of those stands.
    """
    return f"{ENTERED}:{period}"
