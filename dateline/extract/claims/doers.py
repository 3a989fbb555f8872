"""Who takes part in a deed told as a noun that names nobody: whoever does what stands above it."""

from dateline.extract.claims.scene import Who
from dateline.extract.claims.senses import Sense
from dateline.extract.claims.slots import Slots


def doers_of_clause(sense: Sense) -> list[Who] | None:
    """ "Left after a meeting with monks": whoever left has met them. None where the noun names its sides itself."""
    value, scene = sense.slots.predicate, sense.slots.scene
    sides = {a.preposition for a in value.arguments if a.role == "subject" or a.preposition in ("between", "of")}
    if value.form != "noun" or value.light is not None or sides or not sense.slots.heads("with"):
        return None
    for i in scene.syntax.ancestors(value.head):
        above = scene.by_head.get(i)
        if above is not None and above.value.form == "verb":
            return [w for w in Slots(scene, above).fill("subject") if w.level]
    return []
