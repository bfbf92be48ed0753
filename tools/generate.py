"""Makes every file that is derived from the code: schema, templates, lists, README samples, message catalogues."""

from pathlib import Path

from tools import (
    catalogues,
    field_list,
    layout_example,
    layout_rule_list,
    make_extract_template,
    make_template,
    rule_list,
    samples,
    schemas,
    tables,
)

ROOT = Path(__file__).parents[1]


def main() -> None:
    """Write them all and say which."""
    catalogues.main()
    for path, text in schemas.files().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        print(path.relative_to(ROOT))
    (ROOT / "docs" / "rules.md").write_text(rule_list.rules_page(), encoding="utf-8")
    print("docs/rules.md")
    (ROOT / "docs" / "template-fields.md").write_text(field_list.fields_page(), encoding="utf-8")
    print("docs/template-fields.md")
    (ROOT / "docs" / "layout-rules.md").write_text(layout_rule_list.layout_rules_page(), encoding="utf-8")
    print("docs/layout-rules.md")
    make_template.main()
    make_extract_template.main()
    layout_example.main()
    tables.renew()
    samples.main()


if __name__ == "__main__":
    main()
