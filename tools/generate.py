"""Makes every file that is derived from the code: schema, templates, lists, README samples, message catalogues."""

from pathlib import Path

from kshc_cli.source.plan_schema import plan_schema, progress_schema
from kshc_cli.source.record_schema import schema_text
from tools import (
    catalogues,
    field_list,
    layout_example,
    layout_rule_list,
    make_extract_template,
    make_template,
    readme_samples,
    rule_list,
)

ROOT = Path(__file__).parents[1]


def main() -> None:
    """Write them all and say which."""
    for name, schema in (("plan", plan_schema()), ("progress", progress_schema())):
        (ROOT / "schemas" / f"{name}.schema.json").write_text(schema_text(schema), encoding="utf-8")
        print(f"schemas/{name}.schema.json")
    (ROOT / "docs" / "rules.md").write_text(rule_list.rules_page(), encoding="utf-8")
    print("docs/rules.md")
    (ROOT / "docs" / "template-fields.md").write_text(field_list.fields_page(), encoding="utf-8")
    print("docs/template-fields.md")
    (ROOT / "docs" / "layout-rules.md").write_text(layout_rule_list.layout_rules_page(), encoding="utf-8")
    print("docs/layout-rules.md")
    make_template.main()
    make_extract_template.main()
    layout_example.main()
    catalogues.main()
    readme_samples.main()


if __name__ == "__main__":
    main()
