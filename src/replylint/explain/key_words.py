"""What each key of a pack file is for, as an editor shows it beside the key."""

from __future__ import annotations

from replylint.translation import _


def pack_key_words() -> dict[str, dict[str, str]]:
    """For each model of the packs' schema: its keys as they are written, and what they are for."""
    return {
        "PackFile": _pack(),
        "OptionFile": {
            "title": _("What the disputed norm is about."),
            "values": _("What a team can choose."),
            "default": _("The value that holds when nothing is chosen."),
        },
        "SignalFile": _signal(),
        "RuleFile": _rule(),
        **_parts_of_signals(),
        **_parts_of_rules(),
        **_changes(),
    }


def _pack() -> dict[str, str]:
    return {
        "pack": _("The name of the pack, such as acme/tone."),
        "title": _("A short title for people."),
        "language": _("The language of the replies that the pack judges."),
        "version": _("The version of the pack, in quotes."),
        "extends": _("Packs whose rules and signals this one changes and may name."),
        "uses": _("Packs whose signals and lists this one may name."),
        "options": _("Disputed norms, which a team switches in its settings."),
        "define": _("Lists of words and phrases for patterns, used there as @name."),
        "signals": _("Things that can be found in a text, without a judgement."),
        "rules": _("Judgements on signals, each with its examples."),
        "change": _("What to change in the rules and signals of the extended packs."),
    }


def _signal() -> dict[str, str]:
    return {
        "title": _("What the signal finds, in a few words."),
        "match": _("Patterns; each is a line of words."),
        "any": _("Signals; where one of them stands, this one does."),
        "all": _("Signals that must stand together; the first one is what is found."),
        "near": _("Signals that stand close to each other, in any order."),
        "order": _("Signals that follow each other in one sentence."),
        "not": _("A signal that does not stand here."),
        "regex": _("Regular expressions of the regex package, searched in the text as written."),
        "tokens": _("A spaCy Matcher pattern, or a list of them."),
        "dependency": _("A spaCy DependencyMatcher pattern."),
        "like": _("Five examples or more: what means nearly the same is found."),
        "model": _("A learned model and its label, as MODEL/LABEL."),
        "measure": _("A measure that is out of bounds."),
        "python": _("A function that an installed plugin offers."),
        "except": _("Patterns, or the name of a signal: a match that overlaps them is dropped."),
        "zones": _("The parts of the reply to look in; by default the author's own words."),
    }


def _rule() -> dict[str, str]:
    return {
        "category": _("What is wrong, from the list of categories."),
        "severity": _("How much a finding matters."),
        "title": _("A short name of the rule for people."),
        "forbid": _("Patterns as a list, or the name of a signal, that must not stand."),
        "when": _("Patterns as a list, or the name of a signal, that calls for “require”."),
        "require": _("Patterns as a list, or the name of a signal, that must stand."),
        "within": _("How near “require” must stand."),
        "each": _("true: every place is reported, and not only the first."),
        "limit": _("A measure and its bounds."),
        "compare": _("What of the reply is compared with the customer's message."),
        "swap": _("Patterns and the better wording for each."),
        "check": _("A function that an installed plugin offers."),
        "except": _("Patterns, or the name of a signal: a match that overlaps them is let be."),
        "unless": _("A signal or patterns with which there is no finding, or a milder one."),
        "if-customer": _("Patterns or a signal that must stand in the customer's message."),
        "unless-customer": _("Patterns or a signal that must not stand in the customer's message."),
        "unsure": _("Severities, each with the probability below which a model's guess has it."),
        "needs": _("customer: the rule is silent when the customer's message is not known."),
        "channels": _("The channels in which the rule speaks, or with “-” is silent."),
        "options": _("Disputed norms and their values with which the rule is on."),
        "zones": _("The parts of the reply to look in; by default the author's own words."),
        "message": _("What is wrong, to the author of the reply; {match} is what was found."),
        "why": _("Why it hurts, in a sentence or two."),
        "suggest": _("Better wordings to copy."),
        "examples": _("Replies that prove the rule: bad ones with [[…]], and good ones."),
        "source": _("Where the rule comes from."),
    }


def _parts_of_signals() -> dict[str, dict[str, str]]:
    words = _("At most so many words stand between neighbours.")
    of = _("The names of the signals.")
    within = _("How far it may be.")
    return {
        "NearFile": {"of": of, "words": words},
        "OrderFile": {"of": of, "words": words},
        "TogetherFile": {"of": of, "within": within},
        "AbsentFile": {"signal": _("The name of the signal."), "within": within},
        "DependencyFile": {
            "pattern": _("The nodes, as spaCy documents them."),
            "report": _("The node whose word is reported; without it, all from first to last."),
        },
        "PluginFile": {
            "name": _("The name under which a plugin offers it."),
            "with": _("What the function is told."),
        },
        "LikeFile": {
            "of": _("Sentences that mean what is looked for; the more differing, the better."),
            "unlike": _("Sentences that are near to it and still mean something else."),
            "least": _("How sure it must be, from 0.5 to 1."),
        },
        "ModelFile": {
            "name": _("The model and the label, as MODEL/LABEL."),
            "least": _("The least probability, from 0 to 1."),
            "most": _("The probability from which on it does not count, unless that is 1."),
            "report": _("What is reported: all of it, or only the start of the reply."),
        },
        "MeasureFile": {
            "measure": _("What is measured."),
            "of": _("The signal that “count” and “share” are about."),
            "per": _("What “count” counts in."),
            "min": _("The least value that is well."),
            "max": _("The greatest value that is well."),
        },
    }


def _parts_of_rules() -> dict[str, dict[str, str]]:
    return {
        "UnlessFile": {
            "signal": _("The name of a signal."),
            "match": _("Patterns."),
            "within": _("How near it must stand."),
            "downgrade": _("The severity that the finding then has at most."),
            "message": _("With “downgrade”: what the finding then says in place of the rule's."),
        },
        "CustomerFile": {
            "signal": _("The name of a signal."),
            "match": _("Patterns."),
            "within": _("turn: what the reply answers; thread: all that the customer said."),
        },
        "ConversationExample": {
            "customer": _("What the customer wrote before."),
            "messages": _("The messages before the reply, oldest first."),
            "sent_at": _("When the reply was sent, in ISO 8601."),
            "channel": _("Where the reply is sent."),
            "reply": _("The reply, with [[…]] around what must be found."),
        },
        "MessageFile": {
            "role": _("Who wrote it."),
            "text": _("What was written."),
            "sent_at": _("When it was sent, in ISO 8601."),
        },
        "ExamplesFile": {
            "bad": _("Replies in which the rule finds exactly what stands in [[…]]."),
            "good": _("Replies in which it finds nothing; at least one is a trap."),
        },
    }


def _changes() -> dict[str, dict[str, str]]:
    rule = _rule()
    added = ("forbid", "when", "require", "except", "unless", "suggest")
    replaced = ("severity", "message", "why", "suggest", "channels")
    return {
        "ChangeFile": {
            "rules": _("Rules of the extended packs by id; “off” switches one off."),
            "signals": _("Signals of the extended packs by name."),
        },
        "RuleChange": {
            "off": _("true: the rule is switched off."),
            **{key: rule[key] for key in replaced},
            "add": _("What is added to the rule."),
            "examples": _("Examples of what the change is for."),
        },
        "AddToRule": {key: rule[key] for key in added},
        "SignalChange": {"add": _("What is added to the signal.")},
        "AddToSignal": {
            "match": _("Patterns to find as well."),
            "except": _("Patterns whose overlapping matches are dropped as well."),
        },
    }


def settings_key_words() -> dict[str, dict[str, str]]:
    """For each model of the settings: its keys as they are written, and what they are for."""
    choices = {
        "rules": _("Rules, packs or categories: off, on, a severity, or a map."),
        "options": _("Disputed norms and the value that is chosen."),
        "channel": _("The channel of replies that do not say theirs."),
        "penalties": _("The share of the score, 0 to 1, that a finding of a severity takes."),
        "words": _("Words of the team's own that spelling lets be: a list, or a .txt file."),
        "fail-on": _("The severity from which on a finding makes the exit code 1."),
        "format": _("The format of macro libraries: a help desk, or yaml, csv …"),
        "fields": _("The fields or columns of a macro library that hold the replies."),
        "placeholders": _("How placeholders are written, and which of them exist."),
    }
    packs = _("Packs by name (ru, ru/tone) or path.")
    return {
        "FieldsFile": {
            "text": _("Where the replies are; may be a list."),
            "title": _("Where their titles are."),
            "language": _("Where their languages are."),
            "key": _("What the versions of a reply in several languages share."),
        },
        "PlaceholdersFile": {
            "styles": _("The notations in use; by default all that are known."),
            "known": _("The names that exist; “*” stands for anything."),
            "own": _("Notations that only this team has."),
        },
        "OwnStyleFile": {
            "pattern": _("A regular expression for the whole placeholder."),
            "sample": _("What stands there when the reply is sent."),
        },
        "RuleChoiceFile": {
            "off": _("true: switched off."),
            "severity": _("The severity instead of the rule's own."),
            "channels": _("The channels in which it speaks, or with “-” is silent."),
        },
        "OverrideFile": {
            **choices,
            "paths": _("Globs of files, from the folder of the settings; ** is any folders."),
            "profile": _("The profile for these files."),
        },
        "ProfileFile": {
            **choices,
            "title": _("A short title for people."),
            "extends": _("The profile that this one begins with."),
            "packs": packs,
        },
        "SettingsFile": {
            **choices,
            "root": _("true: settings in the folders above do not matter."),
            "learned": _("false: nothing that was learned from examples is found."),
            "profile": _("The profile to begin with: chat, email, review, macro or an own one."),
            "packs": packs,
            "profiles": _("Profiles of the team's own, by name."),
            "resident": _("Whether a resident process may answer drafts, and be started."),
            "overrides": _("Other choices for some files."),
            "library": _("The team's macro library; replies that merely copy one of it are told."),
            "exports": _("How exports are read for scoring."),
        },
        "ExportsFile": {
            "from": _("The format of the exports; by default found out by content."),
            "columns": _("For a field (reply, customer, agent …) the column: its name or number."),
            "roles": _("For a word of the role column: customer, agent, bot or system."),
            "agents": _("The names of those who answer, for exports that do not tell."),
            "encoding": _("The encoding of text files; by default found out."),
            "day-first": _("true: 03/04/2026 is the third of April."),
            "timezone": _("The zone of the clock that days go by, such as Europe/Moscow."),
            "bots": _("true: what bots wrote is scored as well."),
        },
    }
