"""Conditions that tell apart what one word can mean: troops and crowds that gather, threats and dangers, yes or no."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from dateline.extract.claims.gatherings import gathers_against, gathers_for, meets_somebody, no_former_troops
from dateline.extract.claims.judgements import (
    clause_has,
    head_words,
    official,
    phrase_words,
    sectors_of,
    sentence_words,
)
from dateline.extract.claims.letters import asks_in_letter, warns_in_letter
from dateline.extract.claims.telling import sent_home
from dateline.extract.claims.threats import no_blow_foreseen, no_danger, no_forecast
from dateline.extract.claims.violence import prisoner_of_war
from dateline.extract.claims.wordings import condemned_to, has_task, no_praise, no_question, offers_visit, really_ready
from dateline.extract.claims.yielding import for_harm, gives_in, lets_others, lifts_curb
from dateline.lang.politics import politics

if TYPE_CHECKING:
    from dateline.extract.claims.senses import Sense

APART: dict[str, Callable[["Sense"], bool]] = {
    "really_ready": really_ready,
    "yields_in_clause": lambda s: clause_has(s, politics("yields")),
    "keeps_what_it_has": lambda s: not clause_has(s, politics("yields")),
    "not_called": lambda s: s.slots.predicate.light != "call",
    "no_flood": lambda s: not sentence_words(s) & politics("floods"),
    "no_praise": no_praise,
    "no_two_persons": lambda s: any(w.kind != "person" for w in (*s.actors, *s.recipients)),
    "no_question": no_question,
    "no_standing_advocacy": lambda s: (
        s.slots.predicate.lemma != "advocate"
        or s.slots.predicate.tense != "present"
        or s.slots.predicate.aspect is not None
    ),
    "no_task_force": lambda s: "task" not in phrase_words(s, "object"),
    "no_news_conference": lambda s: not phrase_words(s, "object") & {"news", "press"},
    "lets_others": lets_others,
    "gives_in": gives_in,
    "no_request_accepted": lambda s: s.slots.predicate.lemma != "accept" or not head_words(s, "object") & {"request"},
    "lifts_curb": lifts_curb,
    "for_harm": for_harm,
    "no_danger": no_danger,
    "no_forecast": no_forecast,
    "no_blow_foreseen": no_blow_foreseen,
    "not_described": lambda s: (
        s.slots.predicate.lemma != "suspect" or s.slots.scene.tokens[s.slots.predicate.head].dep != "acl"
    ),
    "police_actor": lambda s: "COP" in sectors_of(s.actors),
    "no_talks": lambda s: not (phrase_words(s, "to", "for") & {"talk", "negotiation"}),
    "no_aid_beside": lambda s: not phrase_words(s, "object") & politics("goods"),
    "no_help": lambda s: not phrase_words(s, "object") & {"aid", "assistance", "funding", "grant", "loan"},
    "no_pipeline": lambda s: not phrase_words(s, "object") & {"oil", "gas", "pipeline", "fuel"},
    "no_task": lambda s: not has_task(s),
    "has_task": has_task,
    "prisoner_of_war": prisoner_of_war,
    "no_prisoner_of_war": lambda s: not prisoner_of_war(s),
    "condemned_to": lambda s: s.slots.predicate.lemma != "condemn" or condemned_to(s),
    "no_offer_of_visit": lambda s: not offers_visit(s),
    "no_complement_or_offer": lambda s: not s.slots.clause_heads() or offers_visit(s),
    "no_sentence": lambda s: s.slots.predicate.lemma != "condemn" or not condemned_to(s),
    "to_arrivals": lambda s: bool(phrase_words(s, "to", "object.to", "for") & politics("arrivals")),
    "no_arrivals": lambda s: not phrase_words(s, "to", "object.to") & politics("arrivals"),
    "with_another": lambda s: bool(s.slots.heads("with") or s.slots.heads("alongside")) or len(s.actors) > 1,
    "warns_in_letter": warns_in_letter,
    "no_errand": lambda s: not (asks_in_letter(s) or warns_in_letter(s)),
    "not_sent_home": lambda s: not sent_home(s),
    "of_somebody_or_body": lambda s: (
        bool(s.recipients or s.slots.clause_heads())
        or any(w.plural or w.kind != "person" or w.form != "pronoun" or official(w) for w in s.actors)
    ),
    "gathers_against": gathers_against,
    "gathers_for": gathers_for,
    "meets_somebody": meets_somebody,
    "no_former_troops": no_former_troops,
}
