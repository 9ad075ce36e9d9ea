"""What a user may set, and where each value comes from: flag, environment, file or default."""

from avtalskoll.settings.effective import EffectiveSettings, Origin, effective_settings
from avtalskoll.settings.settings import ConfiguredAgreement, Settings

__all__ = ["ConfiguredAgreement", "EffectiveSettings", "Origin", "Settings", "effective_settings"]
