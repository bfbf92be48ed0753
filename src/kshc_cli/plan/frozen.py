"""What pydantic makes of the records: made by ``make generate``, a function a record."""
# mypy: ignore-errors

def Plan():
    from kshc_cli.plan.model import Plan
    from kshc_cli.plan.record import _year, whole
    return {'type': 'function-after', 'function': {'type': 'no-info', 'function': Plan.checked}, 'schema': {'type': 'model', 'cls': Plan, 'schema': {'type': 'model-fields', 'fields': {'format': {'type': 'model-field', 'schema': {'type': 'literal', 'expected': ['kshc/1']}, 'validation_alias': 'schema', 'serialization_alias': 'schema'}, 'year': {'type': 'model-field', 'schema': {'type': 'function-before', 'function': {'type': 'no-info', 'function': _year}, 'schema': {'type': 'int', 'ge': 1990, 'le': 2199}}}, 'follows': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': Followed()}, 'default': None}}, 'issuer': {'type': 'model-field', 'schema': Issuer()}, 'decision': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': Decision()}, 'default': None}}, 'issuance': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': Issuance()}, 'default': None}}, 'agencies': {'type': 'model-field', 'schema': {'type': 'tuple', 'items_schema': [Agency()], 'variadic_item_index': 0}}, 'calendar': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': Calendar()}, 'default': None}}, 'due_soon': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'tuple', 'items_schema': [{'type': 'function-before', 'function': {'type': 'no-info', 'function': whole}, 'schema': {'type': 'int', 'ge': 0, 'le': 366}}], 'variadic_item_index': 0, 'max_length': 10}}, 'default': None}}, 'plan': {'type': 'model-field', 'schema': AttachedPlan()}}, 'model_name': 'Plan'}, 'config': {'title': 'Plan', 'extra_fields_behavior': 'forbid'}}}


def Followed():
    from kshc_cli.plan.model import Followed
    from kshc_cli.plan.record import _iso, _year
    return {'type': 'model', 'cls': Followed, 'schema': {'type': 'model-fields', 'fields': {'year': {'type': 'model-field', 'schema': {'type': 'function-before', 'function': {'type': 'no-info', 'function': _year}, 'schema': {'type': 'int', 'ge': 1990, 'le': 2199}}}, 'number': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'str', 'min_length': 1}}, 'default': None}}, 'symbol': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'str', 'min_length': 1}}, 'default': None}}, 'date': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'function-before', 'function': {'type': 'no-info', 'function': _iso}, 'schema': {'type': 'date'}}}, 'default': None}}}, 'model_name': 'Followed'}, 'config': {'title': 'Followed', 'extra_fields_behavior': 'forbid'}}


def Issuer():
    from kshc_cli.plan.act import Issuer
    return {'type': 'model', 'cls': Issuer, 'schema': {'type': 'model-fields', 'fields': {'name': {'type': 'model-field', 'schema': {'type': 'str', 'min_length': 1}}, 'parent': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'str', 'min_length': 1}}, 'default': None}}, 'place': {'type': 'model-field', 'schema': {'type': 'str', 'min_length': 1}}}, 'model_name': 'Issuer'}, 'config': {'title': 'Issuer', 'extra_fields_behavior': 'forbid'}}


def Decision():
    from kshc_cli.plan.act import Decision
    from kshc_cli.plan.record import _iso, _iso_month
    return {'type': 'model', 'cls': Decision, 'schema': {'type': 'model-fields', 'fields': {'number': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'str', 'min_length': 1}}, 'default': None}}, 'symbol': {'type': 'model-field', 'schema': {'type': 'str', 'min_length': 1}}, 'date': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'function-before', 'function': {'type': 'no-info', 'function': _iso}, 'schema': {'type': 'date'}}}, 'default': None}}, 'month': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'function-before', 'function': {'type': 'no-info', 'function': _iso_month}, 'schema': {'type': 'str', 'pattern': '^(?:19|2[0-2])[0-9]{2}-(?:0[1-9]|1[0-2])$'}}}, 'default': None}}, 'recipients': {'type': 'model-field', 'schema': {'type': 'tuple', 'items_schema': [{'type': 'str', 'min_length': 1}], 'variadic_item_index': 0, 'min_length': 1}}, 'signature': {'type': 'model-field', 'schema': Signature()}, 'title': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'str', 'min_length': 1}, 'default': 'QUYẾT ĐỊNH'}}, 'subject': {'type': 'model-field', 'schema': {'type': 'str', 'min_length': 1}}, 'authority': {'type': 'model-field', 'schema': {'type': 'str', 'min_length': 1}}, 'bases': {'type': 'model-field', 'schema': {'type': 'tuple', 'items_schema': [{'type': 'str', 'min_length': 1}], 'variadic_item_index': 0, 'min_length': 1}}, 'articles': {'type': 'model-field', 'schema': {'type': 'tuple', 'items_schema': [{'type': 'str', 'min_length': 1}], 'variadic_item_index': 0, 'min_length': 1}}}, 'model_name': 'Decision'}, 'config': {'title': 'Decision', 'extra_fields_behavior': 'forbid'}}


def Signature():
    from kshc_cli.plan.act import Signature
    return {'type': 'model', 'cls': Signature, 'schema': {'type': 'model-fields', 'fields': {'lines': {'type': 'model-field', 'schema': {'type': 'tuple', 'items_schema': [{'type': 'str', 'min_length': 1}], 'variadic_item_index': 0, 'min_length': 1}}, 'name': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'str', 'min_length': 1}}, 'default': None}}}, 'model_name': 'Signature'}, 'config': {'title': 'Signature', 'extra_fields_behavior': 'forbid'}}


def Issuance():
    from kshc_cli.plan.act import Issuance
    from kshc_cli.plan.record import _iso, _iso_month
    return {'type': 'model', 'cls': Issuance, 'schema': {'type': 'model-fields', 'fields': {'number': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'str', 'min_length': 1}}, 'default': None}}, 'symbol': {'type': 'model-field', 'schema': {'type': 'str', 'min_length': 1}}, 'date': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'function-before', 'function': {'type': 'no-info', 'function': _iso}, 'schema': {'type': 'date'}}}, 'default': None}}, 'month': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'function-before', 'function': {'type': 'no-info', 'function': _iso_month}, 'schema': {'type': 'str', 'pattern': '^(?:19|2[0-2])[0-9]{2}-(?:0[1-9]|1[0-2])$'}}}, 'default': None}}, 'recipients': {'type': 'model-field', 'schema': {'type': 'tuple', 'items_schema': [{'type': 'str', 'min_length': 1}], 'variadic_item_index': 0, 'min_length': 1}}, 'signature': {'type': 'model-field', 'schema': Signature()}}, 'model_name': 'Issuance'}, 'config': {'title': 'Issuance', 'extra_fields_behavior': 'forbid'}}


def Agency():
    from kshc_cli.plan.model import Agency
    from kshc_cli.plan.record import _iso
    return {'type': 'model', 'cls': Agency, 'schema': {'type': 'model-fields', 'fields': {'id': {'type': 'model-field', 'schema': {'type': 'str', 'max_length': 60, 'pattern': '^[A-Za-z0-9][A-Za-z0-9._-]*$'}}, 'name': {'type': 'model-field', 'schema': {'type': 'str', 'min_length': 1}}, 'aliases': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'tuple', 'items_schema': [{'type': 'str', 'min_length': 1}], 'variadic_item_index': 0}, 'default': ()}}, 'members': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'tuple', 'items_schema': [{'type': 'str', 'max_length': 60, 'pattern': '^[A-Za-z0-9][A-Za-z0-9._-]*$'}], 'variadic_item_index': 0}, 'default': ()}}, 'open': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'bool', 'strict': True}, 'default': False}}, 'subordinate': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'bool', 'strict': True}, 'default': True}}, 'valid_from': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'function-before', 'function': {'type': 'no-info', 'function': _iso}, 'schema': {'type': 'date'}}}, 'default': None}}, 'valid_to': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'function-before', 'function': {'type': 'no-info', 'function': _iso}, 'schema': {'type': 'date'}}}, 'default': None}}, 'succeeded_by': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'tuple', 'items_schema': [{'type': 'str', 'max_length': 60, 'pattern': '^[A-Za-z0-9][A-Za-z0-9._-]*$'}], 'variadic_item_index': 0}, 'default': ()}}, 'source': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'str', 'min_length': 1}}, 'default': None}}}, 'model_name': 'Agency'}, 'config': {'title': 'Agency', 'extra_fields_behavior': 'forbid'}}


def Calendar():
    from kshc_cli.plan.model import Calendar
    from kshc_cli.plan.record import _iso
    return {'type': 'model', 'cls': Calendar, 'schema': {'type': 'model-fields', 'fields': {'on_day_off': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'literal', 'expected': ['keep', 'next_working_day', 'previous_working_day']}, 'default': 'keep'}}, 'before': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'literal', 'expected': ['inclusive', 'exclusive']}, 'default': 'inclusive'}}, 'days_off': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'tuple', 'items_schema': [{'type': 'function-before', 'function': {'type': 'no-info', 'function': _iso}, 'schema': {'type': 'date'}}], 'variadic_item_index': 0, 'max_length': 400}, 'default': ()}}, 'worked_days': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'tuple', 'items_schema': [{'type': 'function-before', 'function': {'type': 'no-info', 'function': _iso}, 'schema': {'type': 'date'}}], 'variadic_item_index': 0, 'max_length': 400}, 'default': ()}}}, 'model_name': 'Calendar'}, 'config': {'title': 'Calendar', 'extra_fields_behavior': 'forbid'}}


def AttachedPlan():
    from kshc_cli.plan.model import AttachedPlan
    return {'type': 'model', 'cls': AttachedPlan, 'schema': {'type': 'model-fields', 'fields': {'title': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'str', 'min_length': 1}, 'default': 'KẾ HOẠCH'}}, 'subject': {'type': 'model-field', 'schema': {'type': 'str', 'min_length': 1}}, 'reference': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'str', 'min_length': 1}}, 'default': None}}, 'own_heading': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'bool', 'strict': True}, 'default': True}}, 'columns': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'tuple', 'items_schema': [Column()], 'variadic_item_index': 0, 'min_length': 1}}, 'default': None}}, 'labels': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': Labels()}, 'default': None}}, 'preamble': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'tuple', 'items_schema': [{'type': 'str', 'min_length': 1}], 'variadic_item_index': 0}, 'default': ()}}, 'sections': {'type': 'model-field', 'schema': {'type': 'tuple', 'items_schema': [Section()], 'variadic_item_index': 0, 'min_length': 1}}}, 'model_name': 'AttachedPlan'}, 'config': {'title': 'AttachedPlan', 'extra_fields_behavior': 'forbid'}}


def Column():
    from kshc_cli.plan.model import Column
    from kshc_cli.plan.record import whole
    return {'type': 'function-after', 'function': {'type': 'no-info', 'function': Column.checked}, 'schema': {'type': 'model', 'cls': Column, 'schema': {'type': 'model-fields', 'fields': {'role': {'type': 'model-field', 'schema': {'type': 'literal', 'expected': ['number', 'content', 'lead', 'coop', 'result', 'time', 'other']}}, 'key': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'str', 'max_length': 60, 'pattern': '^[A-Za-z0-9][A-Za-z0-9._-]*$'}}, 'default': None}}, 'header': {'type': 'model-field', 'schema': {'type': 'str', 'min_length': 1}}, 'width': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'function-before', 'function': {'type': 'no-info', 'function': whole}, 'schema': {'type': 'int', 'ge': 1, 'le': 100}}}, 'default': None}}}, 'model_name': 'Column'}, 'config': {'title': 'Column', 'extra_fields_behavior': 'forbid'}}}


def Labels():
    from kshc_cli.plan.model import Labels
    return {'type': 'model', 'cls': Labels, 'schema': {'type': 'model-fields', 'fields': {'content': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'tuple', 'items_schema': [{'type': 'str', 'min_length': 1}], 'variadic_item_index': 0}, 'default': ()}}, 'lead': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'tuple', 'items_schema': [{'type': 'str', 'min_length': 1}], 'variadic_item_index': 0}, 'default': ()}}, 'coop': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'tuple', 'items_schema': [{'type': 'str', 'min_length': 1}], 'variadic_item_index': 0}, 'default': ()}}, 'result': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'tuple', 'items_schema': [{'type': 'str', 'min_length': 1}], 'variadic_item_index': 0}, 'default': ()}}, 'time': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'tuple', 'items_schema': [{'type': 'str', 'min_length': 1}], 'variadic_item_index': 0}, 'default': ()}}}, 'model_name': 'Labels'}, 'config': {'title': 'Labels', 'extra_fields_behavior': 'forbid'}}


def Section():
    from kshc_cli.plan.model import Section
    from kshc_cli.plan.record import from_text
    return {'type': 'model', 'cls': Section, 'schema': {'type': 'model-fields', 'fields': {'heading': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'str', 'min_length': 1}}, 'default': None}}, 'paragraphs': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'tuple', 'items_schema': [{'type': 'function-before', 'function': {'type': 'no-info', 'function': from_text}, 'schema': ParagraphWords()}], 'variadic_item_index': 0}, 'default': ()}}, 'items': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'tuple', 'items_schema': [Item()], 'variadic_item_index': 0}, 'default': ()}}, 'tables': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'tuple', 'items_schema': [Table()], 'variadic_item_index': 0}, 'default': ()}}}, 'model_name': 'Section'}, 'config': {'title': 'Section', 'extra_fields_behavior': 'forbid'}}


def ParagraphWords():
    from kshc_cli.plan.model import ParagraphWords
    return {'type': 'model', 'cls': ParagraphWords, 'schema': {'type': 'model-fields', 'fields': {'text': {'type': 'model-field', 'schema': {'type': 'str', 'min_length': 1}}, 'duties': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'tuple', 'items_schema': [Duty()], 'variadic_item_index': 0}, 'default': ()}}}, 'model_name': 'ParagraphWords'}, 'config': {'title': 'ParagraphWords', 'extra_fields_behavior': 'forbid'}}


def Duty():
    from kshc_cli.plan.model import Duty
    from kshc_cli.plan.record import _iso, from_text
    return {'type': 'model', 'cls': Duty, 'schema': {'type': 'model-fields', 'fields': {'id': {'type': 'model-field', 'schema': {'type': 'str', 'max_length': 60, 'pattern': '^[A-Za-z0-9][A-Za-z0-9._-]*$'}}, 'content': {'type': 'model-field', 'schema': {'type': 'str', 'min_length': 1}}, 'lead': {'type': 'model-field', 'schema': {'type': 'nullable', 'schema': {'type': 'function-before', 'function': {'type': 'no-info', 'function': from_text}, 'schema': AgencyWords()}}}, 'time': {'type': 'model-field', 'schema': {'type': 'nullable', 'schema': {'type': 'function-before', 'function': {'type': 'no-info', 'function': from_text}, 'schema': TimeWords()}}}, 'work_by': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'function-before', 'function': {'type': 'no-info', 'function': _iso}, 'schema': {'type': 'date'}}}, 'default': None}}}, 'model_name': 'Duty'}, 'config': {'title': 'Duty', 'extra_fields_behavior': 'forbid'}}


def AgencyWords():
    from kshc_cli.plan.model import AgencyWords
    return {'type': 'model', 'cls': AgencyWords, 'schema': {'type': 'model-fields', 'fields': {'text': {'type': 'model-field', 'schema': {'type': 'str', 'min_length': 1}}, 'agencies': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'tuple', 'items_schema': [{'type': 'str', 'max_length': 60, 'pattern': '^[A-Za-z0-9][A-Za-z0-9._-]*$'}], 'variadic_item_index': 0, 'min_length': 1}}, 'default': None}}}, 'model_name': 'AgencyWords'}, 'config': {'title': 'AgencyWords', 'extra_fields_behavior': 'forbid'}}


def TimeWords():
    from kshc_cli.plan.model import TimeWords
    return {'type': 'model', 'cls': TimeWords, 'schema': {'type': 'model-fields', 'fields': {'text': {'type': 'model-field', 'schema': {'type': 'str', 'min_length': 1}}, 'reading': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'tuple', 'items_schema': [{'type': 'tagged-union', 'choices': {'window': GivenWindow(), 'deadline': GivenDeadline(), 'recurring': GivenRecurring(), 'on_event': GivenOnEvent(), 'relative': GivenRelative(), 'continuous': GivenContinuous(), 'reference': GivenReference(), 'undated': GivenUndated()}, 'discriminator': 'kind', 'strict': False, 'from_attributes': True}], 'variadic_item_index': 0, 'min_length': 1}}, 'default': None}}}, 'model_name': 'TimeWords'}, 'config': {'title': 'TimeWords', 'extra_fields_behavior': 'forbid'}}


def GivenWindow():
    from kshc_cli.plan.given import GivenWindow
    from kshc_cli.plan.record import _iso
    return {'type': 'model', 'cls': GivenWindow, 'schema': {'type': 'model-fields', 'fields': {'kind': {'type': 'model-field', 'schema': {'type': 'literal', 'expected': ['window']}}, 'start': {'type': 'model-field', 'schema': {'type': 'function-before', 'function': {'type': 'no-info', 'function': _iso}, 'schema': {'type': 'date'}}}, 'end': {'type': 'model-field', 'schema': {'type': 'function-before', 'function': {'type': 'no-info', 'function': _iso}, 'schema': {'type': 'date'}}}}, 'model_name': 'GivenWindow'}, 'config': {'title': 'GivenWindow', 'extra_fields_behavior': 'forbid'}}


def GivenDeadline():
    from kshc_cli.plan.given import GivenDeadline
    from kshc_cli.plan.record import _iso
    return {'type': 'model', 'cls': GivenDeadline, 'schema': {'type': 'model-fields', 'fields': {'kind': {'type': 'model-field', 'schema': {'type': 'literal', 'expected': ['deadline']}}, 'due': {'type': 'model-field', 'schema': {'type': 'function-before', 'function': {'type': 'no-info', 'function': _iso}, 'schema': {'type': 'date'}}}, 'before': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'bool', 'strict': True}, 'default': False}}}, 'model_name': 'GivenDeadline'}, 'config': {'title': 'GivenDeadline', 'extra_fields_behavior': 'forbid'}}


def GivenRecurring():
    from kshc_cli.plan.given import GivenRecurring
    from kshc_cli.plan.record import _iso
    return {'type': 'model', 'cls': GivenRecurring, 'schema': {'type': 'model-fields', 'fields': {'kind': {'type': 'model-field', 'schema': {'type': 'literal', 'expected': ['recurring']}}, 'rrule': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'str', 'min_length': 1}}, 'default': None}}, 'start': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'function-before', 'function': {'type': 'no-info', 'function': _iso}, 'schema': {'type': 'date'}}}, 'default': None}}, 'until': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'function-before', 'function': {'type': 'no-info', 'function': _iso}, 'schema': {'type': 'date'}}}, 'default': None}}, 'before': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'bool', 'strict': True}, 'default': False}}}, 'model_name': 'GivenRecurring'}, 'config': {'title': 'GivenRecurring', 'extra_fields_behavior': 'forbid'}}


def GivenOnEvent():
    from kshc_cli.plan.given import GivenOnEvent
    return {'type': 'model', 'cls': GivenOnEvent, 'schema': {'type': 'model-fields', 'fields': {'kind': {'type': 'model-field', 'schema': {'type': 'literal', 'expected': ['on_event']}}, 'event': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'str', 'min_length': 1}}, 'default': None}}}, 'model_name': 'GivenOnEvent'}, 'config': {'title': 'GivenOnEvent', 'extra_fields_behavior': 'forbid'}}


def GivenRelative():
    from kshc_cli.plan.given import GivenRelative
    from kshc_cli.plan.record import _iso, whole
    return {'type': 'model', 'cls': GivenRelative, 'schema': {'type': 'model-fields', 'fields': {'kind': {'type': 'model-field', 'schema': {'type': 'literal', 'expected': ['relative']}}, 'amount': {'type': 'model-field', 'schema': {'type': 'function-before', 'function': {'type': 'no-info', 'function': whole}, 'schema': {'type': 'int', 'ge': 1, 'le': 1000}}}, 'unit': {'type': 'model-field', 'schema': {'type': 'literal', 'expected': ['day', 'working_day', 'month']}}, 'event': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'str', 'min_length': 1}}, 'default': None}}, 'anchor': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'function-before', 'function': {'type': 'no-info', 'function': _iso}, 'schema': {'type': 'date'}}}, 'default': None}}}, 'model_name': 'GivenRelative'}, 'config': {'title': 'GivenRelative', 'extra_fields_behavior': 'forbid'}}


def GivenContinuous():
    from kshc_cli.plan.given import GivenContinuous
    from kshc_cli.plan.record import _iso
    return {'type': 'model', 'cls': GivenContinuous, 'schema': {'type': 'model-fields', 'fields': {'kind': {'type': 'model-field', 'schema': {'type': 'literal', 'expected': ['continuous']}}, 'start': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'function-before', 'function': {'type': 'no-info', 'function': _iso}, 'schema': {'type': 'date'}}}, 'default': None}}, 'until': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'function-before', 'function': {'type': 'no-info', 'function': _iso}, 'schema': {'type': 'date'}}}, 'default': None}}}, 'model_name': 'GivenContinuous'}, 'config': {'title': 'GivenContinuous', 'extra_fields_behavior': 'forbid'}}


def GivenReference():
    from kshc_cli.plan.given import GivenReference
    return {'type': 'model', 'cls': GivenReference, 'schema': {'type': 'model-fields', 'fields': {'kind': {'type': 'model-field', 'schema': {'type': 'literal', 'expected': ['reference']}}, 'document': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'str', 'min_length': 1}}, 'default': None}}}, 'model_name': 'GivenReference'}, 'config': {'title': 'GivenReference', 'extra_fields_behavior': 'forbid'}}


def GivenUndated():
    from kshc_cli.plan.given import GivenUndated
    return {'type': 'model', 'cls': GivenUndated, 'schema': {'type': 'model-fields', 'fields': {'kind': {'type': 'model-field', 'schema': {'type': 'literal', 'expected': ['undated']}}}, 'model_name': 'GivenUndated'}, 'config': {'title': 'GivenUndated', 'extra_fields_behavior': 'forbid'}}


def Item():
    from kshc_cli.plan.model import Item
    from kshc_cli.plan.record import _iso, from_text
    return {'type': 'model', 'cls': Item, 'schema': {'type': 'model-fields', 'fields': {'id': {'type': 'model-field', 'schema': {'type': 'str', 'max_length': 60, 'pattern': '^[A-Za-z0-9][A-Za-z0-9._-]*$'}}, 'text': {'type': 'model-field', 'schema': {'type': 'str', 'min_length': 1}}, 'lead': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'function-before', 'function': {'type': 'no-info', 'function': from_text}, 'schema': AgencyWords()}}, 'default': None}}, 'coop': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'function-before', 'function': {'type': 'no-info', 'function': from_text}, 'schema': AgencyWords()}}, 'default': None}}, 'result': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'str', 'min_length': 1}}, 'default': None}}, 'time': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'function-before', 'function': {'type': 'no-info', 'function': from_text}, 'schema': TimeWords()}}, 'default': None}}, 'work_by': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'function-before', 'function': {'type': 'no-info', 'function': _iso}, 'schema': {'type': 'date'}}}, 'default': None}}}, 'model_name': 'Item'}, 'config': {'title': 'Item', 'extra_fields_behavior': 'forbid'}}


def Table():
    from kshc_cli.plan.model import Table
    return {'type': 'function-after', 'function': {'type': 'no-info', 'function': Table.checked}, 'schema': {'type': 'model', 'cls': Table, 'schema': {'type': 'model-fields', 'fields': {'heading': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'str', 'min_length': 1}}, 'default': None}}, 'columns': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'tuple', 'items_schema': [Column()], 'variadic_item_index': 0, 'min_length': 1}}, 'default': None}}, 'groups': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'tuple', 'items_schema': [Group()], 'variadic_item_index': 0}, 'default': ()}}, 'tasks': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'tuple', 'items_schema': [Task()], 'variadic_item_index': 0}, 'default': ()}}}, 'model_name': 'Table'}, 'config': {'title': 'Table', 'extra_fields_behavior': 'forbid'}}}


def Group():
    from kshc_cli.plan.model import Group
    return {'type': 'model', 'cls': Group, 'schema': {'type': 'model-fields', 'fields': {'heading': {'type': 'model-field', 'schema': {'type': 'str', 'min_length': 1}}, 'tasks': {'type': 'model-field', 'schema': {'type': 'tuple', 'items_schema': [Task()], 'variadic_item_index': 0, 'min_length': 1}}}, 'model_name': 'Group'}, 'config': {'title': 'Group', 'extra_fields_behavior': 'forbid'}}


def Task():
    from builtins import dict
    from kshc_cli.plan.model import Task
    from kshc_cli.plan.record import _iso, from_text
    return {'type': 'model', 'cls': Task, 'schema': {'type': 'model-fields', 'fields': {'id': {'type': 'model-field', 'schema': {'type': 'str', 'max_length': 60, 'pattern': '^[A-Za-z0-9][A-Za-z0-9._-]*$'}}, 'number': {'type': 'model-field', 'schema': {'type': 'nullable', 'schema': {'type': 'str', 'min_length': 1}}}, 'content': {'type': 'model-field', 'schema': {'type': 'str', 'min_length': 1}}, 'lead': {'type': 'model-field', 'schema': {'type': 'nullable', 'schema': {'type': 'function-before', 'function': {'type': 'no-info', 'function': from_text}, 'schema': AgencyWords()}}}, 'coop': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'function-before', 'function': {'type': 'no-info', 'function': from_text}, 'schema': AgencyWords()}}, 'default': None}}, 'result': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'str', 'min_length': 1}}, 'default': None}}, 'time': {'type': 'model-field', 'schema': {'type': 'nullable', 'schema': {'type': 'function-before', 'function': {'type': 'no-info', 'function': from_text}, 'schema': TimeWords()}}}, 'others': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'dict', 'keys_schema': {'type': 'str', 'max_length': 60, 'pattern': '^[A-Za-z0-9][A-Za-z0-9._-]*$'}, 'values_schema': {'type': 'nullable', 'schema': {'type': 'str', 'min_length': 1}}}, 'default_factory': dict}}, 'work_by': {'type': 'model-field', 'schema': {'type': 'default', 'schema': {'type': 'nullable', 'schema': {'type': 'function-before', 'function': {'type': 'no-info', 'function': _iso}, 'schema': {'type': 'date'}}}, 'default': None}}}, 'model_name': 'Task'}, 'config': {'title': 'Task', 'extra_fields_behavior': 'forbid'}}

