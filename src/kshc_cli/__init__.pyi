from kshc_cli.library import AgencyReading as AgencyReading
from kshc_cli.library import Finding as Finding
from kshc_cli.library import Fleet as Fleet
from kshc_cli.library import FormError as FormError
from kshc_cli.library import KshcError as KshcError
from kshc_cli.library import Plan as Plan
from kshc_cli.library import Row as Row
from kshc_cli.library import TimeReading as TimeReading
from kshc_cli.library import check as check
from kshc_cli.library import load as load
from kshc_cli.library import read_agencies as read_agencies
from kshc_cli.library import read_time as read_time
from kshc_cli.library import render_docx as render_docx
from kshc_cli.library import rows as rows

__version__: str
