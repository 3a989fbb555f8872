"""Doubts about what a predicate seems to state: opinions of a public, figures of speech, matters within one house."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from dateline.extract.claims.attitudes import (
    freed_by_nobody,
    in_general,
    in_youth,
    mood_of_many,
    no_apologies,
    of_own_house,
    own_rhetoric,
    policy_thought,
    private_quarrel,
    what_it_is,
)
from dateline.extract.claims.judgements import CROWD, official, power
from dateline.extract.claims.nonevents import (
    against_it,
    attitude_of_kind,
    by_name,
    by_nobody,
    by_police,
    foreseen_danger,
    in_private,
    mere_denial,
    murder,
    of_idea,
    only_described,
    only_thought_of,
    part_of_meaning,
    prevented,
    some_day,
    to_nobody_known,
    to_voters,
    told_with_meeting,
    unable,
    without_name,
)
from dateline.extract.claims.private_matters import between_firms, by_criminals, of_firm, on_show, to_oneself
from dateline.extract.claims.scene import ARMED, FORCES, NON_STATE, STATE, Scene, Who
from dateline.extract.claims.slots import Slots
from dateline.extract.claims.violence import attacked_for
from dateline.lang.politics import politics
from dateline.model.span import Span
from dateline.model.syntax import Token

if TYPE_CHECKING:
    from dateline.extract.claims.drafts import Draft
    from dateline.extract.claims.governed import Above
    from dateline.extract.claims.senses import Sense

_WORDS = frozenset({"SUPPORT", "REJECT", "ACCUSE", "REQUEST", "AGREE", "CONCEDE", "CONSULT"})
_OPINIONS = frozenset({"SUPPORT", "REJECT", "ACCUSE", "AGREE", "CONCEDE", "REQUEST"})
_GIVEN = frozenset({"AID", "COOPERATE"})
_STRUCK = frozenset({"ASSAULT"})
_CRITICISED = ("object", "at", "against", "into", "about", "of", "object.of")
_PARTISAN = frozenset({"GOV", "LEG", "PTY", "ELI", "OPP", "JRN", "CVL", "BUS", "EDU", "JUD"})
_NOT_OF_JUDGES = frozenset({"concede.withdraw_demand", "concede.meet_demand", "sanction.cut"})
_CAMPAIGN = frozenset({"LEG", "PTY", "ELI", "OPP"})


def figurative(sense: "Sense") -> bool:
    """Politicians who "blast", "attack" or "crush" politicians: no arms in the sentence, and neither side has any."""
    if sense.type not in _STRUCK and sense.entry.name != "coerce.crack_down":
        return False
    if not sense.actors:
        return False
    if attacked_for(sense):
        return True
    if sense.slots.predicate.lemma == "blast" and not any(map(power, sense.actors)):
        return True
    if any(set(w.sectors) & (FORCES | {"CRM"}) or w.kind == "state" for w in (*sense.actors, *sense.recipients)):
        return _hurts_us(sense)
    if any(w.kind == "place" for w in sense.recipients):
        return False
    politicians = all(w.kind == "person" and set(w.sectors) & _CAMPAIGN for w in (*sense.actors, *sense.recipients))
    if politicians and sense.entry.name in ("assault.attack", "assault.bomb", "assault.wound"):
        return True
    words = sense.slots.scene.words_of_sentence(sense.slots.predicate.head)
    armed_words = words & politics("violent") - set(sense.slots.predicate.lemma.split())
    speaking = all(w.kind == "person" or set(w.sectors) <= _PARTISAN for w in sense.actors)
    struck = any(set(w.sectors) & _PARTISAN for w in sense.recipients) or not sense.recipients
    crowd = all(w.plural for w in sense.actors) and any(set(w.sectors) & {"CVL", "EDU", "REL"} for w in sense.actors)
    return speaking and struck and not (armed_words or crowd)


def _hurts_us(sense: "Sense") -> bool:
    """ "They are killing us", said of trade."""
    return bool(sense.recipients) and all(
        sense.slots.scene.tokens[w.head].lower in politics("pronouns_of_speaker") for w in sense.recipients
    )


def _counted(scene: Scene, index: int) -> int:
    """ "All of its customers": what stands after "of"."""
    token = scene.tokens[index]
    if token.lower not in ("all", "some", "many", "most", "half") and token.tag != "CD":
        return index
    of = next((i for i in scene.syntax.children(index) if scene.tokens[i].lower == "of"), None)
    inner = scene.syntax.child(of, "pobj") if of is not None else None
    return index if inner is None else inner


def to_audience(sense: "Sense") -> bool:
    """Said to voters, readers or fans: nobody's politics."""
    tokens = sense.slots.scene.tokens
    heads = [i for slot in ("object", "with", "to", "on", "indirect") for i in sense.slots.heads(slot)]
    heads = [_counted(sense.slots.scene, i) for i in heads]
    words = politics("audience") | (politics("met_on_tour") if sense.type == "CONSULT" else frozenset())
    named = any(w.country for w in sense.recipients)  # "the people of Chad" are somebody
    return bool(heads) and all(tokens[i].lemma in words and not (named and tokens[i].lemma == "people") for i in heads)


def by_crowd(senses: Sequence["Sense"]) -> "Sense":
    """The first sense; but what a crowd blocks or storms is protest, before it is coercion."""
    first = senses[0]
    crowd = bool(first.actors) and all(set(w.sectors) and set(w.sectors) <= CROWD for w in first.actors)
    if first.type != "COERCE" or not crowd:
        return first
    return next((s for s in senses if s.type == "PROTEST"), first)


def given_by_offering(sense: "Sense") -> bool:
    """An endorsement or an apology that is offered is given."""
    return sense.type == "SUPPORT" or sense.entry.name.startswith(("concede.apolog", "retreat.resign"))


def only_predicted(sense: "Sense", above: "Above") -> bool:
    """ "Are expected to support her": what observers foresee. "Committed the offence of backing him": no promise."""
    value = above.predicate.value
    if value.lemma == "commit" and not any(a.role == "clause" or a.preposition == "to" for a in value.arguments):
        return True
    foreseen = value.lemma in ("expect", "be likely", "be expected", "be poised") and (
        value.voice == "passive" or value.lemma.startswith("be ")
    )
    return foreseen and sense.type in _OPINIONS and not any(w.kind == "state" for w in sense.actors)


def says_not(trigger: Span, scene: Scene) -> bool:
    """ "Is “not ready” to support": the marks hide the negation from the parser."""
    return any(scene.tokens[i].lower in ("not", "n't", "n’t", "never") for i in scene.syntax.inside(trigger))


def own_conflict(sense: "Sense") -> bool:
    """A call for an end to one's own war (rule 8): "their conflict", "the war with the rebels"."""
    slots = sense.slots
    tokens, syntax = slots.scene.tokens, slots.scene.syntax
    for end in slots.heads("for"):
        if tokens[end].lemma not in politics("ends"):
            continue
        for preposition in syntax.children(end):
            fight = syntax.child(preposition, "pobj")
            if fight is None or tokens[fight].lemma not in politics("fights"):
                continue
            below = [tokens[i] for i in syntax.children(fight)]
            fighters = any(set(w.sectors) & ARMED or w.kind == "state" for w in sense.actors)
            if any(t.dep == "poss" and t.lower in ("its", "their") for t in below):
                return True
            return fighters and any(t.dep == "prep" and t.lower in ("with", "against") for t in below)
    return False


def doubt(draft: "Draft", scene: Scene) -> str | None:
    """Why a draft is no political act after all, in a few words; None where nothing speaks against it."""
    return next((reason for reason, holds in _DOUBTS.items() if holds(draft, scene)), None)


def _of_public(draft: "Draft", scene: Scene) -> bool:
    """What voters and polls think is a mood."""
    if draft.type not in _OPINIONS or not draft.actors:
        return False
    words = politics("public") if draft.type in ("SUPPORT", "REJECT", "ACCUSE", "AGREE") else politics("polled")
    return all(_is_public(w, words, scene) for w in draft.actors)


def _is_public(who: Who, words: frozenset[str], scene: Scene) -> bool:
    token = scene.tokens[who.head]
    if token.lower in politics("whoever"):
        return True
    if who.plural and token.lower == "they" and scene.words_of_sentence(who.head) & politics("polls"):
        return True
    if who.form == "pronoun":
        ending = (who.name or "").lower().split()[-1:]
        return any(w in words or w.removesuffix("s") in words for w in ending)
    if who.plural and who.form == "nominal" and scene.words_of_sentence(who.head) & politics("polls"):
        return True
    first, last = scene.syntax.edges(who.head)
    around = {t.lemma for t in scene.tokens[max(first, who.head - 6) : min(last, who.head + 3)]}
    return token.lemma in words or token.lower.removesuffix("s") in words or bool(around & politics("polled"))


def _supposed(draft: "Draft", scene: Scene) -> bool:
    """What a politician might say some day; of states and armed groups it is kept."""
    if draft.status != "hypothetical" or draft.type not in _WORDS:
        return False
    quote = scene.quote_at(draft.trigger)
    if quote is not None and quote.value.kind == "direct" and not draft.predicate.value.conditional:
        return True
    sides = (*draft.actors, *draft.recipients)
    return not any(w.kind == "state" or w.country in NON_STATE or set(w.sectors) & ARMED for w in draft.actors) and (
        any(set(w.sectors) & _CAMPAIGN for w in sides) or not any(w.country for w in sides)
    )


def _left_unsaid(draft: "Draft", scene: Scene) -> bool:
    """Words that somebody does not or cannot say are no act; nor is it one not to say no."""
    if draft.status != "denied" or draft.said_by:
        return False
    value = draft.predicate.value
    if draft.type == "REJECT" or scene.tokens[draft.predicate.value.head].tag == "VBG":
        return True
    weak = value.modal in ("can", "could", "would") or (value.tense == "present" and value.aspect is None)
    if draft.type == "CONCEDE" and value.modal in ("can", "could"):
        return True
    return draft.type in ("ACCUSE", "REQUEST", "SUPPORT") and weak


def _at_home(draft: "Draft", scene: Scene) -> bool:
    """A tour of one's own country, or money from one office of a state to another."""
    mine = {w.country for w in draft.actors} - {None}
    theirs = {w.country for w in draft.recipients} - {None}
    if draft.type == "CONSULT" and draft.mode == "visit" and _on_campaign(draft, scene):
        return True
    visit = draft.type == "CONSULT" and draft.mode == "visit"
    if visit and not theirs and {scene.tokens[w.head].lemma for w in draft.recipients} <= politics("parts_of_country"):
        return True
    if not theirs or theirs - mine:
        return False
    if visit:
        return all(w.kind in ("place", "state") for w in draft.recipients)
    return draft.type in _GIVEN and all(map(official, (*draft.actors, *draft.recipients)))


def _to_own_people(draft: "Draft", scene: Scene) -> bool:
    """What one tells one's own staff or the public."""
    allowed = draft.rule == "concede.allow_to"
    if not draft.recipients or not (draft.type == "REQUEST" or allowed):
        return False
    if allowed:
        return all(_is_owned(w, scene) for w in draft.recipients)
    return all(
        _is_own(w, scene) or _names_public(scene.tokens[w.head]) or _is_following(w, scene) for w in draft.recipients
    )


def _is_following(who: Who, scene: Scene) -> bool:
    """ "An email to supporters inviting them": a pronoun for those who follow a campaign."""
    last = (who.name or "").lower().split()[-1:]
    mine = politics("staff") | politics("audience")
    return scene.tokens[who.head].lower in ("them", "they", "you") and any(w.removesuffix("s") in mine for w in last)


def _names_public(token: Token) -> bool:
    return bool({token.lemma, token.lower.removesuffix("s")} & politics("public"))


def _is_own(who: Who, scene: Scene) -> bool:
    return scene.tokens[who.head].lemma in politics("staff") and _is_owned(who, scene)


def _is_owned(who: Who, scene: Scene) -> bool:
    return any(scene.tokens[i].lower in politics("own") for i in scene.syntax.children(who.head))


def to_own_men(draft: "Draft", scene: Scene) -> bool:
    """ "Ordered ten of his men to search": whoever commands them asks nothing of another side."""
    if draft.rule != "request.ask" or not draft.recipients:
        return False
    return all(
        scene.tokens[i].lemma in politics("own_men")
        and any(scene.tokens[j].lower in politics("own") for j in scene.syntax.children(i))
        for w in draft.recipients
        for i in [_counted(scene, w.head)]
    )


def _on_campaign(draft: "Draft", scene: Scene) -> bool:
    words = scene.words_of_sentence(draft.predicate.value.head)
    return bool(words & {"campaign", "primary", "caucus", "rally"}) and all(
        set(w.sectors) & _CAMPAIGN for w in draft.actors
    )


def _told_to_do(draft: "Draft", scene: Scene) -> bool:
    """ "Lock her up!" tells of nothing done."""
    tokens, here = scene.tokens, draft.predicate.value.head
    while tokens[here].dep == "conj" and tokens[here].tag == "VB":
        here = tokens[here].head
    if tokens[here].tag != "VB" or tokens[here].dep not in ("ROOT", "ccomp", "parataxis"):
        return False
    below = [tokens[i] for i in scene.syntax.children(here)]
    return not any(t.dep in ("aux", "nsubj", "nsubjpass", "auxpass") or t.lower == "to" for t in below)


def _campaign_money(draft: "Draft", _scene: Scene) -> bool:
    """What donors give to a party or a candidate is no aid."""
    return (
        draft.type == "AID"
        and bool(draft.recipients)
        and all(set(w.sectors) & _CAMPAIGN and "REB" not in w.sectors for w in draft.recipients)
        and not any(w.kind == "state" for w in draft.actors)
    )


def _with_somebody(draft: "Draft", scene: Scene) -> bool:
    """Talks with a suspect, buddies or a neighbour: everybody who meets is a ruler, has a name, or is a body."""
    if draft.type != "CONSULT" or draft.mode == "visit" or len(draft.actors) < 2:
        return False
    return any(map(partial(_is_nobody, scene), draft.actors))


def _is_nobody(scene: Scene, who: Who) -> bool:
    sectors = set(who.sectors)
    if who.kind == "organisation" and not sectors and not who.country:
        return True  # a show, a firm
    if who.form == "nominal" and scene.tokens[who.head].lemma in politics("met_on_tour"):
        return True
    if who.form != "nominal" or who.level == STATE:
        return sectors == {"JRN"}
    single = who.kind == "person" and not who.plural and sectors <= {"CVL"}
    return single or _is_own(who, scene) or (sectors <= {"CVL", "BUS", "JRN"} and not who.country)


def _alone_agreed(draft: "Draft", _scene: Scene) -> bool:
    """A deal is struck by two; of one that names one, the other has not been found."""
    if draft.rule not in ("agree.strike", "agree.agreement", "agree.between", "consult.have_talks"):
        return False
    sides = [*draft.actors, *draft.recipients]
    told = draft.status == "happened" or draft.rule == "agree.agreement"
    return told and len(sides) == 1 and not sides[0].plural


def _of_contract(draft: "Draft", scene: Scene) -> bool:
    """ "All the parties signed": those to a contract."""
    words = politics("sides_of_contract")
    signing = [w for w in (*draft.actors, *draft.recipients) if w.span.of(scene.text).lower() in words]
    return any(not w.country or (draft.type == "SUPPORT" and w in draft.actors) for w in signing)


def _of_one_soldier(draft: "Draft", _scene: Scene) -> bool:
    """ "His third deployment": a soldier's service is no mobilisation."""
    alone = bool(draft.actors) and all(w.kind == "person" and not w.plural for w in draft.actors)
    return draft.type == "MOBILIZE" and alone and all("GOV" not in w.sectors for w in draft.actors)


def _ready_to_fight(draft: "Draft", _scene: Scene) -> bool:
    """ "The forces were ready to leave": they stood by, and agreed to nothing."""
    return draft.rule == "agree.ready" and all("MIL" in w.sectors for w in draft.actors)


def _no_interview(draft: "Draft", scene: Scene) -> bool:
    """ "Declined requests for an interview"."""
    words = scene.words_of_sentence(draft.predicate.value.head)
    told = not any(w.country or w.level == STATE for w in draft.recipients)
    return draft.type == "REJECT" and told and bool(words & {"interview", "comment"})


def _of_family(draft: "Draft", scene: Scene) -> bool:
    """ "His mother refused to teach him"."""
    return bool(draft.actors) and all(scene.tokens[w.head].lemma in politics("family") for w in draft.actors)


def _by_judges(draft: "Draft", scene: Scene) -> bool:
    """A court that rules for or against somebody, or agrees to hear a case, only judges."""
    if not draft.actors or not all("JUD" in w.sectors for w in draft.actors):
        return False
    if draft.type == "REJECT":
        asked = {scene.tokens[i].lemma for i in Slots(scene, draft.predicate).heads("object")} & politics("pleas")
        of_country = all(w.country and w.level == STATE for w in draft.actors)
        return not draft.recipients and not (asked and of_country)
    return draft.type in ("SUPPORT", "AGREE") or draft.rule in _NOT_OF_JUDGES


def _of_whoever(draft: "Draft", scene: Scene) -> bool:
    """ "Those who were responsible", "those who violate the law": nobody is named who is accused."""
    return draft.rule in ("accuse.guilty", "accuse.violate", "accuse.no_interest") and all(
        scene.tokens[w.head].lower in politics("whoever") for w in draft.recipients
    )


def _over_things(draft: "Draft", scene: Scene) -> bool:
    """ "Decried the cost of living": what is criticised or welcomed is nobody's, and no deed or text of anybody."""
    if draft.rule not in ("accuse.criticise", "accuse.criticism", "support.welcome") or draft.recipients:
        return False
    slots = Slots(scene, draft.predicate)
    heads = [i for place in _CRITICISED for i in slots.heads_at(place)] + slots.clause_heads()
    return not any(_is_deed(i, scene) for i in heads)


def _is_deed(head: int, scene: Scene) -> bool:
    """ "The attack", "the coup attempt", "what seems to be an attack"."""
    near = [head, *(i for i in scene.syntax.children(head) if scene.tokens[i].dep in ("compound", "attr", "xcomp"))]
    near += [j for i in near[1:] if scene.tokens[i].dep == "xcomp" for j in scene.syntax.children(i)]
    return any(scene.tokens[i].lemma in politics("criticised") for i in near)


def _of_stance(draft: "Draft", scene: Scene) -> bool:
    """ "His opposition to the war", "the refusal to see it": a stance, where nobody is refused anything."""
    value = draft.predicate.value
    somebody = any(w.country or w.sectors or w.kind == "person" for w in draft.recipients)
    if draft.type != "REJECT" or somebody or value.light is not None:
        return False
    if draft.rule == "reject.reject" and value.lemma == "oppose":
        return not any(map(power, draft.actors))
    if draft.rule != "reject.rejection":
        return False
    heads = Slots(scene, draft.predicate).clause_heads()
    deeds = [i for i in heads if scene.tokens[i].lemma not in politics("silences")]
    return value.lemma != "refusal" or not deeds


_DOUBTS: dict[str, Callable[["Draft", Scene], bool]] = {
    "what a public thinks is no act": _of_public,
    "it is only supposed": _supposed,
    "it was not said": _left_unsaid,
    "it stays within one country": _at_home,
    "it tells somebody to do it": _told_to_do,
    "it is said to one's own people": _to_own_people,
    "a court only judges": _by_judges,
    "these are parties to a contract": _of_contract,
    "it is one soldier's service": _of_one_soldier,
    "only an interview is refused": _no_interview,
    "forces only stood by": _ready_to_fight,
    "it stays within a family": _of_family,
    "it is money for a campaign": _campaign_money,
    "it is a thing of nobody that is criticised": _over_things,
    "it is a stance, and refuses nobody anything": _of_stance,
    "it is a contract between persons": in_private,
    "nobody is known to have done it": by_nobody,
    "it only tells who they are": only_described,
    "it tells which ones are meant": attitude_of_kind,
    "it is only denied": mere_denial,
    "nothing tells whom a pronoun stands for": to_nobody_known,
    "it could not be said": unable,
    "it is a danger that is foreseen": foreseen_danger,
    "it tells what something consists of": part_of_meaning,
    "it is an idea that somebody has": of_idea,
    "it is only thought of": only_thought_of,
    "it was kept from being held": prevented,
    "nobody is named who is accused": _of_whoever,
    "it is an order to one's own men": to_own_men,
    "it is part of the meeting told beside it": told_with_meeting,
    "it may be held some day": some_day,
    "it is a crime without a political side": murder,
    "it is a matter of criminals and their victims": by_criminals,
    "it is done to oneself": to_oneself,
    "it is an office of a firm": of_firm,
    "it is business between firms": between_firms,
    "it is an interview": on_show,
    "it is said to voters": to_voters,
    "only to be left unnamed is asked for": without_name,
    "it is an inquiry into a crime": by_police,
    "somebody is against its being done": against_it,
    "it is part of a name": by_name,
    "it is a private quarrel": private_quarrel,
    "it is a mood of many": mood_of_many,
    "it is the speaker's own rhetoric": own_rhetoric,
    "it is a figure of speech": no_apologies,
    "it is a thought about policy at home": policy_thought,
    "whoever released it holds nobody": freed_by_nobody,
    "it is told of somebody's youth": in_youth,
    "it tells what somebody should be like": what_it_is,
    "it is how a meeting is run": of_own_house,
    "it is told of kinds of people": in_general,
    "nobody political is met": _with_somebody,
    "the other side of the deal is not told": _alone_agreed,
}
