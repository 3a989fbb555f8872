"""Who makes a reading: the version, settings, model and ontology, and the fingerprint of all that matters."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import blake2b

# Settings that change how a run goes and nothing that it finds.
INDIFFERENT = frozenset({"batch_size", "commit_reports", "commit_seconds"})


@dataclass(frozen=True, slots=True)
class Maker:
    """What a run reads with. `settings` must be JSON; `model` names the language model and its hash."""

    version: str
    settings: Mapping[str, object] = field(default_factory=dict)
    model: str = ""
    ontology: str = ""

    @property
    def settings_json(self) -> str:
        """The settings as JSON, keys sorted."""
        return json.dumps(dict(self.settings), sort_keys=True, ensure_ascii=False)

    @property
    def fingerprint(self) -> str:
        """The same for two makers that give the same readings. A report is read again when it changes."""
        matter = {name: value for name, value in self.settings.items() if name not in INDIFFERENT}
        key = json.dumps([self.version, matter, self.model, self.ontology], sort_keys=True, ensure_ascii=False)
        return blake2b(key.encode(), digest_size=8).hexdigest()
