"""From a draft to the candidate that is weighed."""

from dateline.extract.claims.drafts import Draft
from dateline.extract.claims.found import RULE
from dateline.extract.claims.scene import Scene
from dateline.extract.claims.typer import Candidate
from dateline.ontology.plover import event_types

# What is more likely false than true is no claim. What the network alone makes an act is right one time in three: only
# what is rather sure of it is told. Where nothing was fitted, only what has the chances clearly against it is dropped.
_LEAST, _LEAST_FOUND, _LEAST_UNFITTED = 0.5, 0.65, 0.25
_IN_SPEECH = 0.85
_HALF = 0.5


def least(rule: str, *, fitted: bool = True) -> float:
    """The probability below which what this rule makes is no claim; `fitted` ones hold for judged claims."""
    if not fitted:
        return _LEAST_UNFITTED
    return _LEAST_FOUND if rule == RULE else _LEAST


def candidate_of(draft: Draft, scene: Scene) -> Candidate:
    """The candidate that a draft is: where it stands, and what the rules make of it."""
    # Those who are to meet are all actors; who is met first is weighed like whoever is promised something.
    to_meet = draft.together and draft.type == "AGREE" and not draft.recipients
    actors = draft.actors[:1] if to_meet else draft.actors
    sentence = scene.syntax.sentence_span(scene.tokens[draft.predicate.value.head].sentence)
    doers, others = ({w.country for w in side} - {None} for side in (draft.actors, draft.recipients))
    mentions = sum(sentence.contains(m.span) for m in scene.reading.mentions)
    return Candidate(
        sentence=sentence,
        trigger=draft.trigger,
        actors=tuple(w.span for w in actors),
        recipients=tuple(w.span for w in (draft.actors[1:] if to_meet else draft.recipients)),
        type=draft.type,
        mode=draft.mode,
        status=draft.status,
        rule=draft.rule,
        prior=_prior(draft, scene),
        others=draft.others,
        unused=mentions - len(draft.actors) - len(draft.recipients),
        common=any(w.form == "nominal" for w in draft.recipients),
        abroad=len(doers | others) > 1,
        home=bool(doers and others) and len(doers | others) == 1,
    )


def _prior(draft: Draft, scene: Scene) -> float:
    prior = draft.prior
    quote = scene.quote_at(draft.trigger)
    if quote is not None and quote.value.kind == "direct":
        prior *= _IN_SPEECH
    if event_types()[draft.type].recipient_required and not (draft.recipients or draft.together):
        prior *= _HALF
    return round(prior, 3)
