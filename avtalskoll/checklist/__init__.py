"""The law as data: requirements, vocabulary and law references, loaded and checked."""

from avtalskoll.checklist.checklist import Checklist
from avtalskoll.checklist.installed import find_checklist
from avtalskoll.checklist.loading import load_checklist
from avtalskoll.checklist.requirement import Example, Requirement

__all__ = ["Checklist", "Example", "Requirement", "find_checklist", "load_checklist"]
