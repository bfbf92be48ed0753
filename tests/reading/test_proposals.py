"""Unread words are split into names, spellings of one body meet, and what is proposed makes them read."""

from collections.abc import Sequence

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from kshc_cli.plan.model import Agency, AgencyWords, Plan
from kshc_cli.reading.agencies.spellings import Spellings
from kshc_cli.reading.agencies.splitting import is_plural, pieces_of
from kshc_cli.reading.proposals import Proposal, proposals
from kshc_cli.reading.tasks import read_plan
from kshc_cli.source.plan_text import read_plan_file
from tests.conftest import EXAMPLES
from tests.reading.test_agencies import calls_of

SOUND = (EXAMPLES / "sound.yaml").read_text(encoding="utf-8")
ISSUER = "Ủy ban nhân dân thành phố Sa Đéc"


def sound() -> Plan:
    plan = read_plan_file(SOUND.encode()).plan
    assert plan is not None
    return plan


def plan_of(cells: Sequence[str], agencies: Sequence[Agency], issuer: str = ISSUER) -> Plan:
    """Return a plan whose tasks have these lead cells."""
    plan = sound()
    section = plan.plan.sections[0]
    table = section.tables[0]
    task = table.groups[0].tasks[0]
    tasks = tuple(
        task.model_copy(update={"id": f"1.1.{number}", "lead": AgencyWords(text=cell), "coop": None})
        for number, cell in enumerate(cells, 1)
    )
    group = table.groups[0].model_copy(update={"tasks": tasks})
    sections = (section.model_copy(update={"tables": (table.model_copy(update={"groups": (group,)}),)}),)
    return plan.model_copy(
        update={
            "agencies": tuple(agencies),
            "issuer": plan.issuer.model_copy(update={"name": issuer}),
            "plan": plan.plan.model_copy(update={"sections": sections}),
        }
    )


def proposed(cells: Sequence[str], *agencies: Agency, issuer: str = ISSUER) -> tuple[Proposal, ...]:
    return proposals(read_plan(plan_of(cells, agencies, issuer)))


def agency(id_: str, name: str, *aliases: str, members: tuple[str, ...] = ()) -> Agency:
    return Agency(id=id_, name=name, aliases=aliases, members=members)


@pytest.mark.parametrize(
    "pieces",
    [
        "Văn phòng HĐND&UBND Thành phố|; |UBND các xã, phường",
        "Sở Nông nghiệp và Môi trường|, |Sở VH,TT&DL| và |Sở Tài chính",
        "Phòng VH-TT|, |phòng Nội vụ|, |các phòng, ban chuyên môn Thành phố|, |UBND các xã, phường",
        "UBND các xã, phường, thị trấn|, |phòng Nội vụ",
        "Văn phòng HĐND và UBND Thành phố| và |Công an thành phố",
        "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân tỉnh|, |UBND tỉnh",
        "Văn phòng UBND| và |UBND các xã",
        "Phòng Giáo dục và Đào tạo|; |Trung tâm Văn hóa, Thể thao và Truyền thanh",
        "UBND phường 1|, |phường 2| và |phường An Hòa",
        "Phòng Lao động, Thương binh và Xã hội| + |Ban Chỉ đạo thực hiện Đề án 06",
        "Các phòng|, |Ban Quản lý dự án",
        "Các sở, ban, ngành tỉnh|; |các cơ quan, đơn vị có liên quan",
        "Mặt trận Tổ quốc| và |các đoàn thể",
        "CÁC PHÒNG, BAN CHUYÊN MÔN| VÀ |UBND CÁC XÃ",
        "Chi cục Thuế khu vực II|, |Chi nhánh Văn phòng Đăng ký đất đai|, |Thuế cơ sở 3",
        "Phòng A|\n- |Phòng B",
        "Hội Phụ nữ| (|Chi hội 1",
        "Viettel|;|VNPT",
        "Phòng Kinh tế|; |Văn phòng HĐND và UBND xã",
        "Trạm Y tế| (|Khóm 3",
        "Sở Thông tin và Truyền thông|, |VNPT Đồng Tháp|, |Viettel Đồng Tháp",
        "Bưu điện VHX|, |Viettel| và |Mobifone",
        "Vụ Tổ chức cán bộ|, |Vụ Kế hoạch - Tài chính",
        "Kiểm toán nhà nước|, |VCCI",
        "Sở Nông nghiệp và PTNT|, |Sở Y tế",
        "Các Vụ, Cục, đơn vị thuộc Bộ",
        "Các Vụ, Cục thuộc Bộ|, |Cục Thuế",
        "Các bộ, cơ quan ngang bộ",
    ],
)
def test_lists_are_split_where_a_body_begins(pieces: str) -> None:
    text = pieces.replace("|", "")
    names = [text[slice(*piece.name)] for piece in pieces_of(text) if piece.name]
    assert names == pieces.split("|")[::2]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Giao Trạm Y tế theo dõi; đề nghị Hội Nông dân phối hợp", ["Trạm Y tế", "Hội Nông dân"]),
        ("Trạm Y tế (bộ phận dược) tổng hợp", ["Trạm Y tế"]),
        ("Các xã (trừ Xã A)", ["Các xã"]),
        ("tổng hợp, báo cáo Trạm Y tế", ["Trạm Y tế"]),
        ("Giao chủ trì Trạm Y tế", ["Trạm Y tế"]),
        ("Ban chỉ đạo tổng hợp kết quả báo cáo", ["Ban chỉ đạo tổng hợp kết quả"]),
        ("Công an tổng hợp", ["Công an"]),
        ("trừ Phòng Nội vụ", []),
        ("cung cấp nội dung liên quan", []),
        ("Các đơn vị thuộc Bộ được giao chủ trì", ["Các đơn vị thuộc Bộ"]),
        *((words, []) for words in ("Cục", "Như trên", "nt", "UBND phường 1, 2, 3 và 4", "Các ấp: 1, 2, 3")),
        *((words, []) for words in ("Bộ trưởng, Thứ trưởng", "Giám đốc Sở", "Đ/c Nguyễn Văn A", "Trưởng các ấp")),
        ("Các đồng chí Phó Giám đốc Sở", []),
        ("- CT: Phòng Kinh tế\n- PH: Công an xã", ["Phòng Kinh tế", "Công an xã"]),
        ("CT: Phòng Kinh tế; PH: Công an xã", ["Phòng Kinh tế", "Công an xã"]),
        ("Chủ trì: Phòng Kinh tế. Phối hợp: Công an xã", ["Phòng Kinh tế", "Công an xã"]),
        ("Chủ trì: Phòng Kinh tế, phối hợp: Công an xã", ["Phòng Kinh tế", "Công an xã"]),
        ("Giám đốc Sở Nội vụ; Chánh Thanh tra tỉnh", ["Sở Nội vụ", "Thanh tra tỉnh"]),
        ("Giám đốc các sở, Thủ trưởng các ban, ngành tỉnh", ["các sở", "các ban, ngành tỉnh"]),
        ("UBND các xã: An Bình, An Hòa và Tân Phú", []),
        ("Sở Tài chính: ngân sách", ["Sở Tài chính"]),
        ("theo chức năng, nhiệm vụ", []),
        ("Sở [?]", []),
        ("Phòng " + "rất " * 50 + "dài", []),
        ("(", []),
    ],
)
def test_a_name_is_found_among_other_words(words: str, names: list[str]) -> None:
    assert [words[slice(*piece.name)] for piece in pieces_of(words) if piece.name] == names


@pytest.mark.parametrize(
    "name",
    [
        *(
            "Phòng Văn hóa\n- Xã hội",
            "Phòng Tài chính\n- Kế hoạch",
            "Sở Khoa học\nvà Công nghệ",
            "Sở Nông nghiệp và\nMôi trường",
        ),
        *("UBND phường\nAn Bình", "UBND xã\nTân Phú Đông", "Công an\nxã", "Công an\nxã An Bình", "Công an xã\nAn Bình"),
        *("Ủy ban nhân dân\nphường 5", "Văn phòng\nHĐND và UBND", "Văn phòng\nUBND xã", "Ủy ban\nMTTQ Việt Nam xã"),
        *("Ban Chỉ huy\nQuân sự xã", "Ban\nChỉ huy Quân sự xã", "Hội\nLiên hiệp Phụ nữ xã", "Hội Cựu\nchiến binh xã"),
        *(
            "Trung tâm Phục vụ\nhành chính công",
            "Trung tâm Phục vụ\nHành chính công",
            "Trung tâm\nPhục vụ\nhành chính công",
        ),
        *("Phòng Kinh tế\nHạ tầng và Đô thị", "Đoàn Thanh niên\nCộng sản Hồ Chí Minh xã"),
        *("Đoàn TNCS\nHồ Chí Minh xã", "Ủy ban MTTQ Việt Nam\nxã An Bình", "Hội Nông dân\nxã An Bình"),
    ],
)
def test_a_name_goes_on_in_the_next_line(name: str) -> None:
    assert [name[slice(*piece.name)] for piece in pieces_of(name) if piece.name] == [name]
    assert [one.count("\n") for one in split(f"{name}\nSở Nội vụ")] == [name.count("\n"), 0]


def split(words: str) -> list[str]:
    return [words[slice(*piece.name)] for piece in pieces_of(words) if piece.name]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        *(
            (f"{first}\n{second}", first)
            for first, second in [("Sở Nội vụ", "Hội Nông dân"), ("Trung tâm Văn hóa", "VNPT")]
        ),
        *(
            (f"{first}\n{second}", first)
            for first, second in [("Văn phòng", "Phòng Y tế"), ("Văn phòng", "UBND các xã")]
        ),
        *((f"Phòng Y tế\n{rest}", "Phòng Y tế") for rest in ("chủ trì", "theo dõi", "Phó Trưởng phòng", "Đ/c Hoa")),
        *(
            (f"Phòng Y tế\n{rest}", "Phòng Y tế")
            for rest in ("các ban, ngành", "Tư pháp", "- Nội vụ", "* Xã hội", "(trực)")
        ),
        *((f"Công an xã\n{rest}", "Công an xã") for rest in ("Nguyễn Văn An", "Ban CHQS xã", "MTTQ xã")),
        ("- Phòng Kinh tế\n- Xã hội", "Phòng Kinh tế"),
        ("Sở Xây dựng\nxã An Bình", "Sở Xây dựng"),
        ("Hội Nông dân tỉnh\nxã An Bình", "Hội Nông dân tỉnh"),
    ],
)
def test_a_line_that_may_be_something_else_ends_a_name(words: str, first: str) -> None:
    assert split(words)[0] == first


@given(st.text(max_size=200))
def test_splitting_never_raises_and_quotes_what_stands_there(text: str) -> None:
    pieces = pieces_of(text)
    assert all(piece.start < piece.end <= len(text) for piece in pieces)
    assert all(piece.start <= piece.name[0] < piece.name[1] <= piece.end for piece in pieces if piece.name)


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Văn phòng HĐND&UBND Thành phố", "VP HĐND và UBND"),
        ("Văn phòng HĐND&UBND", "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân thành phố Sa Đéc"),
        ("Phòng Văn hóa - Thông tin Thành phố", "Phòng VHTT"),
        ("Phòng VH-TT", "phòng VHTT Sa Đéc"),
        ("Phòng Nội vụ", "Phong Noi vu"),
        ("Phòng Nội vụ", "Phòng Nôi vụ"),
        ("Phòng Tư pháp", "Phòng Tư phápp"),
        ("Trung tâm tin học TPSĐ", "Trung tâm tin học thành phố Sa Đéc"),
        ("UBND phường 2", "Phường 2"),
        ("UBND phường An Hòa", "UBND phuong An Hoa"),
        ("UBND phường An Hòa", "Ủy ban nhân dân phường An Hòa"),
        ("Phòng Kỹ thuật", "Phòng Kĩ thuật"),
        ("PHÒNG NỘI VỤ", "Phòng Nội vụ thành phố"),
        ("Phòng Kế hoạch - Tài chính", "P. Kế hoạch-Tài chính"),
        ("Phòng Ðiện", "Phòng Điện"),
        ("Công an phường", "Côn an phường"),
        ("Công an phường", "Cng an phường"),
        ("Công an phường", "Cômg an phường"),
        ("Công an phường", "Công an phườg"),
        ("Đội Quản lý thị trường", "Đội Quản lý thị trưnờg"),
        ("Ban Thanh tra nhân dân", "Ban Thanh tra nhâm dân"),
        ("Ban Thanh tra nhân dân", "Ban Thanh tra nhâan dân"),
    ],
)
def test_spellings_of_one_body(name: str, other: str) -> None:
    for known, asked in ((name, other), (other, name)):
        spellings = Spellings(ISSUER)
        spellings.add(known, "it")
        assert spellings.owners_of(asked) == {"it"}


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("UBND phường 1", "UBND phường 2"),
        ("UBND xã Tân Quy Tây", "UBND xã Tân Quy Đông"),
        ("UBND phường An Hòa", "UBND phường An Hoa"[:-1] + "ả"),
        ("UBND xã Bình Thành", "UBND xã Bình Thạnh"),
        ("UBND xã Bình An", "UBND xã Bình Ân"),
        ("Khóm Hòa Khanh", "Khóm Hòa Khánh"),
        ("Công ty Cấp nước Đông", "Công ty Cấp nước Đồng"),
        ("Phòng Kinh tế", "Phòng Kỹ thuật"),
        ("Phòng Tài chính", "Phòng Tổ chức"),
        ("Phòng Kinh tế", "Phòng Y tế"),
        ("Phòng Y tế", "Phòng Y tá"),
        ("Tổ 12", "Tổ 1 2"),
        ("Văn phòng UBND", "Văn phòng UBND tỉnh"),
        ("UBND các xã", "UBND các xã, phường"),
        ("Hội Khuyến học bà mẹ trẻ", "Hội Khuyến học bài mẹ trẻ"),
        ("Phòng", "Phòng Thành phố"),
        ("Trung tâm Y tế phường 2", "Phường 2"),
        ("Trạm Y tế xã bình thành", "Trạm Y tế xã bình thạnh"),
        ("Đội Quản lý thuế phường", "Đội Quản lý thoa phường"),
        ("Đội QL chợ An Hòa", "Đội QLD chợ An Hòa"),
        ("Công an phường", "Công ana phường"),
        ("Công an phường", "Công na phường"),
        ("Đội Quản lý thị trường", "Đội Quản lý thị trờgưn"),
    ],
)
def test_names_of_two_bodies(name: str, other: str) -> None:
    for known, asked in ((name, other), (other, name)):
        spellings = Spellings(ISSUER)
        spellings.add(known, "it")
        assert not spellings.owners_of(asked)


def test_a_sure_spelling_wins_over_a_likely_one() -> None:
    spellings = Spellings(ISSUER)
    spellings.add("Phòng Nội vụ", "noi-vu")
    spellings.add("Phòng Nôi vụ", "noi-vu-2")
    assert spellings.owners_of("P. Nội vụ") == {"noi-vu"}
    assert not spellings.is_slip("P. Nội vụ")
    assert spellings.owners_of("Phong Noi vu") == {"noi-vu", "noi-vu-2"}
    assert spellings.is_slip("Phong Noi vu")


def test_a_spelling_of_two_bodies_is_nobodys() -> None:
    spellings = Spellings(ISSUER)
    spellings.add("Phòng Tài chính", "tai-chinh")
    spellings.add("Phòng Tổ chức", "to-chuc")
    assert spellings.owners_of("Phòng TC") == {"tai-chinh", "to-chuc"}


@pytest.mark.parametrize(
    ("name", "several"),
    [
        *((name, True) for name in ("Các phòng, ban", "UBND các xã", "Đơn vị có liên quan", "Công an các xã, phường")),
        *((name, True) for name in ("Thủ trưởng các phòng", "Tất cả các trường", "Ủy ban MTTQ các cấp")),
        *((name, True) for name in ("Ban Quản lý các khóm", "Đảng ủy các xã", "Tổ công nghệ số cộng đồng các ấp")),
        *((name, False) for name in ("Phòng Nội vụ", "Ban Quản lý các khu công nghiệp", "Ban QL các dự án")),
        *((name, False) for name in ("Liên hiệp các Hội Khoa học", "Đảng ủy các cơ quan Đảng tỉnh")),
        *((name, False) for name in ("Ban Chỉ đạo các Chương trình mục tiêu quốc gia", "Hiệp hội các doanh nghiệp")),
    ],
)
def test_groups_are_told_by_their_words(name: str, several: bool) -> None:
    assert is_plural(name) is several


def test_an_alias_is_proposed_for_another_spelling() -> None:
    van_phong = agency("van-phong", "Văn phòng HĐND&UBND")
    (proposal,) = proposed(["VP HĐND và UBND", "VP HĐND và UBND"], van_phong)
    assert (proposal.alias_of, proposal.alias, proposal.entry) == ("van-phong", "VP HĐND và UBND", None)
    assert [place.task for place in proposal.places] == ["1.1.1", "1.1.2"]


def test_words_behind_a_registered_name_belong_to_a_longer_one() -> None:
    entries = (agency("van-phong", "Văn phòng"), agency("noi-vu", "Phòng Nội vụ"))
    found = proposed(["Văn phòng Đăng ký đất đai", "phòng Nội vụ thành phố", "Văn phòng theo chức năng"], *entries)
    by_words = {proposal.words[0]: proposal for proposal in found}
    assert list(by_words) == ["Văn phòng Đăng ký đất đai"]
    longer = by_words["Văn phòng Đăng ký đất đai"].entry
    assert longer is not None
    assert longer.name == "Văn phòng Đăng ký đất đai"


def test_a_title_before_a_registered_name_means_the_body() -> None:
    assert proposed(["Chủ tịch UBND xã A"], agency("xa-a", "UBND xã A")) == ()


def test_groups_and_members_find_each_other() -> None:
    wards = agency("xa-phuong", "UBND các xã, phường", members=("phuong-1",))
    found = proposed(
        ["UBND phường 5, Các phòng, ban chuyên môn; Phòng Tư pháp và Ủy ban nhân dân phường 6"],
        wards,
        agency("phuong-1", "UBND phường 1"),
    )
    by_words = {proposal.words[0]: proposal for proposal in found}
    assert by_words["UBND phường 5"].member_of == ("xa-phuong",)
    assert by_words["Ủy ban nhân dân phường 6"].member_of == ("xa-phuong",)
    group = by_words["Các phòng, ban chuyên môn"].entry
    assert group is not None
    assert group.open
    assert group.members == ("phong-tu-phap",)
    assert by_words["Phòng Tư pháp"].member_of == ()


def test_an_excluded_body_of_the_registry_is_not_proposed_again() -> None:
    entries = (agency("a", "UBND các xã", members=("b",)), agency("b", "UBND xã B"))
    assert proposed(["UBND các xã (trừ UBND xã B)"], *entries) == ()
    found = proposed(["UBND các xã trừ UBND xã B, UBND xã B"], *entries)
    assert [(one.words, one.entry, one.alias_of) for one in found] == [
        (("trừ UBND xã B",), None, None),
        (("UBND xã B",), None, None),
    ]


def entries_of(cells: Sequence[str], *agencies: Agency, issuer: str = ISSUER) -> dict[str, tuple[str, ...]]:
    """Return the names of the proposed entries with their aliases."""
    entries = [one.entry for one in proposed(cells, *agencies, issuer=issuer) if one.entry]
    return {entry.name: entry.aliases for entry in entries}


def test_an_abbreviation_of_two_bodies_joins_them_not() -> None:
    for cells in (["Phòng KT", "Phòng Kinh tế", "Phòng Kỹ thuật"], ["Phòng Kinh tế", "Phòng KT; Phòng Kỹ thuật"]):
        assert entries_of(cells) == {"Phòng Kinh tế": (), "Phòng Kỹ thuật": ()}
    assert entries_of(["Phòng KT", "Phòng Kinh tế"]) == {"Phòng Kinh tế": ("Phòng KT",)}
    assert entries_of(["Phòng KT", "Phòng Kỹ thuật"], agency("kinh-te", "Phòng Kinh tế")) == {"Phòng Kỹ thuật": ()}


def test_a_comma_before_a_capital_parts_bodies_only_where_one_is_known() -> None:
    assert entries_of(["Báo Đồng Tháp, Bảo Việt"]) == {}
    assert entries_of(["Báo Đồng Tháp, Bảo Việt", "Báo Đồng Tháp"]) == {"Báo Đồng Tháp": (), "Bảo Việt": ()}
    assert entries_of(["Báo Đồng Tháp (cơ quan thường trực), Bảo Việt"]).keys() <= {"Báo Đồng Tháp"}
    assert entries_of(["Sở Nông nghiệp và PTNT"]) == {"Sở Nông nghiệp và PTNT": ()}
    assert entries_of(["Sở Nội vụ và VNPT", "Sở Nội vụ"]) == {"Sở Nội vụ": (), "VNPT": ()}
    assert entries_of(["Sở Văn hóa, Thể thao và Du lịch"]) == {"Sở Văn hóa, Thể thao và Du lịch": ()}


def test_small_letters_behind_a_joint_part_only_where_the_body_before_them_is_known() -> None:
    cells = ["Hội Nông dân, chi tổ hội", "Hội Nông dân"]
    assert [one.entry.name for one in proposed(cells) if one.entry] == ["Hội Nông dân"]
    assert [one.entry.name for one in proposed(cells[:1]) if one.entry] == ["Hội Nông dân, chi tổ hội"]


def test_people_behind_a_body_neither_hide_it_nor_are_one() -> None:
    cells = ["Phòng Kinh tế", "Phòng Kinh tế, hộ kinh doanh", "Công an xã và lực lượng vũ trang"]
    found = proposed(cells)
    entries = [one.entry for one in found if one.entry]
    assert [one.name for one in entries] == ["Phòng Kinh tế", "Công an xã"]
    read = read_plan(plan_of(cells, entries)).tasks
    assert [one.lead.agencies for one in read] == [("phong-kinh-te",), ("phong-kinh-te",), ("cong-an-xa",)]
    assert [list(one.lead.unread) for one in read] == [[], ["hộ kinh doanh"], ["lực lượng vũ trang"]]


def test_a_unit_is_no_slip_for_another_word() -> None:
    assert entries_of(["Các phòng", "Các phường"]) == {"Các phòng": (), "Các phường": ()}
    assert entries_of(["Các trường học", "Các trưòng học"]) == {"Các trường học": ("Các trưòng học",)}


def test_the_issuers_place_may_be_missing_for_any_issuer() -> None:
    cells = ["Văn phòng Đăng ký đất đai tỉnh", "Văn phòng Đăng ký đất đai"]
    found = entries_of(cells, issuer="Sở Tài nguyên và Môi trường tỉnh Đồng Tháp")
    assert found == {"Văn phòng Đăng ký đất đai tỉnh": ("Văn phòng Đăng ký đất đai",)}


def test_members_are_of_the_kind_that_the_group_lists() -> None:
    cells = ["Các bộ, cơ quan ngang bộ", "Bộ Tài chính; Bộ Chỉ huy Quân sự; Bộ trưởng"]
    (group,) = (one.entry for one in proposed(cells) if one.entry and one.entry.is_group)
    assert group.members == ("bo-tai-chinh",)


def test_an_id_has_no_stroke() -> None:
    assert [one.entry.id for one in proposed(["Phòng Ðiện"]) if one.entry] == ["phong-dien"]


def test_ids_are_unique_short_and_ascii() -> None:
    long = "Phòng " + "rất " * 30 + "dài"
    found = proposed(
        ["Phòng Tài vụ; Phòng Tái vũ; Sở 財", long, long + " a"],
        agency("phong-tai-vu", "Phòng khác"),
        issuer="Ủy ban A",
    )
    ids = [proposal.entry.id for proposal in found if proposal.entry]
    assert len(set(ids)) == len(ids) >= 4
    assert all(id_.isascii() and len(id_) <= 34 and id_ != "phong-tai-vu" for id_ in ids)


OFFICE = ("Văn phòng HĐND&UBND", "VP HĐND và UBND", "Văn phòng HĐND&UBND Thành phố")
BODIES = (
    *("Sở Nông nghiệp và Môi trường", "Sở VH,TT&DL", "Phòng Nội vụ", "phòng Tư pháp Thành phố", *OFFICE),
    *("UBND các xã, phường", "các phòng, ban chuyên môn Thành phố", "Công an thành phố", "UBND phường 5", "phường 6"),
    *("Trung tâm Văn hóa, Thể thao và Truyền thanh", "Các cơ quan, đơn vị có liên quan", "Viettel", "VNPT Đồng Tháp"),
    *("Vụ Tổ chức cán bộ", "Phòng Kinh tế", "Phòng Kỹ thuật", "Khóm Hòa Khanh", "Khóm Hòa Khánh", "Phường 2"),
)
DUTIES = ("", " tổng hợp", " (bộ phận A)", " cung cấp số liệu")
JOINTS = ("; ", ", ", " và ", "\n")
told = st.tuples(st.sampled_from(BODIES), st.sampled_from(DUTIES), st.sampled_from(JOINTS))
cells = st.lists(st.lists(told, min_size=1, max_size=4), min_size=1, max_size=4)


def pasted(agencies: Sequence[Agency], found: Sequence[Proposal]) -> list[Agency]:
    """Return the registry with all that was proposed."""
    aliases: dict[str, list[str]] = {}
    for one in found:
        if one.alias_of is not None and one.alias is not None:
            aliases.setdefault(one.alias_of, []).append(one.alias)
    own = [entry.model_copy(update={"aliases": (*entry.aliases, *aliases.get(entry.id, ()))}) for entry in agencies]
    return [*own, *(one.entry for one in found if one.entry is not None)]


@settings(max_examples=150, deadline=None)
@given(
    cells, st.sampled_from([(), (agency("noi-vu", "Phòng Nội vụ"),), (agency("vp", "Văn phòng HĐND&UBND Thành phố"),)])
)
def test_what_is_proposed_makes_the_words_read(
    told: list[list[tuple[str, str, str]]], agencies: tuple[Agency, ...]
) -> None:
    """Each cell is read as its bodies: different ones have different ids, the spellings of one have one."""
    texts = ["".join(f"{body}{duty}{joint}" for body, duty, joint in cell).rstrip("và ;,\n") for cell in told]
    texts = [text.replace(" và VNPT", ", VNPT") for text in texts]  # perhaps of one name: Nông nghiệp và PTNT
    texts = [text.replace("TT&DL, VNPT", "TT&DL; VNPT") for text in texts]  # capitals behind capitals: VH, TT&DL
    found = proposed(texts, *agencies)
    plan = read_plan(plan_of(texts, pasted(agencies, found)))
    assert [task.lead.unread for task in plan.tasks] == [()] * len(texts)
    assert proposals(plan) == ()
    named = ["van-phong" if body in OFFICE else body for cell in told for body, _duty, _joint in cell]
    read = [agency for task in plan.tasks for agency in task.lead.agencies]
    assert len(read) == len(named)
    assert len(set(zip(named, read, strict=True))) == len(set(named)) == len(set(read))


NAMED_BY_WORK = (
    *("Các đơn vị sự nghiệp công lập", "Các cơ sở giáo dục công lập", "Các cơ sở y tế công lập và ngoài công lập"),
    *("Ban Quản lý dự án đầu tư xây dựng", "Trung tâm Tư vấn xây dựng", "Thanh tra xây dựng", "Sở xây dựng"),
    *("Ban Quản lý đầu tư và xây dựng công trình giao thông", "Ban Quản lý công trình công cộng", "Ban Quản lý rừng"),
    *("Ban Quản lý dự án đầu tư xây dựng các công trình dân dụng", "Ban Chỉ đạo giảm nghèo và xây dựng nông thôn mới"),
    *("Trung tâm Kiểm soát bệnh tật", "Trung tâm Phục vụ hành chính công", "Trung tâm Hỗ trợ phát triển doanh nghiệp"),
    *("Trung tâm Giám sát, điều hành đô thị thông minh", "Trung tâm Khảo thí và đánh giá chất lượng giáo dục"),
    *("Trung tâm Ứng dụng và chuyển giao công nghệ", "Trung tâm Đào tạo, bồi dưỡng cán bộ", "Tổ bầu cử khóm 1"),
    *("Ủy ban bầu cử", "Phòng Kiểm soát TTHC", "Phòng Theo dõi thi hành án", "Quỹ Bảo lãnh tín dụng", "Ban Chỉ đạo"),
    *("Ban Tiếp công dân", "Chi cục Kiểm lâm", "Trung tâm Phát triển quỹ đất", "Ban Quản lý khu kinh tế"),
    *("Ban Tổ chức Thành ủy", "Công ty Cổ phần Tư vấn xây dựng", "Phòng Quản lý xây dựng", "Các ban quản lý khóm"),
    *("Văn phòng Điều phối xây dựng nông thôn mới", "Các cơ quan quản lý nhà nước", "Ban Quản lý các khu công nghiệp"),
    *("Các trung tâm hỗ trợ việc làm", "Công ty cổ phần cung cấp nước", "Ban vận động thành lập Hội"),
    *("Ban Quản lý các dự án", "Ban QL các dự án đầu tư xây dựng", "Liên hiệp các Hội Khoa học và Kỹ thuật"),
)


@pytest.mark.parametrize("name", NAMED_BY_WORK)
@pytest.mark.parametrize("cell", ["{}", "{}; UBND phường 5", "Chủ trì: {}", "UBND phường 5, {}", "{} (bộ phận A)"])
def test_a_name_that_says_what_the_body_does_is_proposed_whole(name: str, cell: str) -> None:
    text = cell.format(name)
    found = proposed([text])
    assert name in [one.entry.name for one in found if one.entry]
    (task,) = read_plan(plan_of([text], pasted((), found))).tasks
    assert task.lead.unread == ()
    assert len(task.lead.agencies) == 1 + ("phường 5" in cell)


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("Phòng Tư pháp xây dựng Kế hoạch", "Phòng Tư pháp"),
        ("Phòng Tư pháp xây dựng, trình ban hành", "Phòng Tư pháp"),
        ("Ban Quản lý dự án xây dựng kế hoạch", "Ban Quản lý dự án"),
        ("Trung tâm Y tế quản lý hồ sơ", "Trung tâm Y tế"),
        ("Trung tâm Y tế và hỗ trợ kinh phí", "Trung tâm Y tế"),
        ("Các phòng, ban tổng hợp, báo cáo", "Các phòng, ban"),
        ("Các đơn vị lập dự toán", "Các đơn vị"),
    ],
)
def test_a_duty_with_its_object_is_no_part_of_a_name(cell: str, name: str) -> None:
    assert [one.entry.name for one in proposed([cell]) if one.entry] == [name]


def test_a_list_without_what_its_items_share_is_no_group() -> None:
    for cell in ("Các Sở Nội vụ; Khoa học và Công nghệ", "Các Sở: Nội vụ, Khoa học và Công nghệ"):
        assert [(one.words, one.entry) for one in proposed([cell])] == [((cell,), None)]
        offices = (agency("noi-vu", "Sở Nội vụ"), agency("khcn", "Sở Khoa học và Công nghệ"))
        (task,) = read_plan(plan_of([cell], offices)).tasks
        assert (task.lead.agencies, task.lead.unread) == (("noi-vu", "khcn"), ())
    assert [one.entry for one in proposed(["Các Sở Nội vụ; UBND các xã"])].count(None) == 1


def test_an_office_of_two_organs_ends_at_its_line() -> None:
    (office, rooms) = proposed(["Văn phòng HĐND&UBND\ncác phòng, ban chuyên môn Thành phố"])
    assert (office.words, rooms.words) == (("Văn phòng HĐND&UBND",), ("các phòng, ban chuyên môn Thành phố",))


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text(min_size=1, max_size=60), min_size=1, max_size=3))
@example(["Phòng\u200b A; Phòng  A\u0301"])
def test_any_words_give_sound_proposals(texts: list[str]) -> None:
    found = proposed(texts)
    unread = read_plan(plan_of(texts, ())).tasks
    assert bool(found) == any(task.lead.unread for task in unread)
    assert all(one.words and one.places for one in found)
    for entry in (one.entry for one in found if one.entry is not None):
        assert Agency.model_validate(entry.model_dump()) == entry


def test_proposals_take_time_linear_in_the_registry_and_in_the_words() -> None:
    def calls(size: int) -> int:
        entries = [agency(f"xa-{number}", f"UBND xã Tân {number}") for number in range(size)]
        plan = read_plan(plan_of([f"UBND xã Mới {number}, Phòng Số {number}" for number in range(size)], entries))
        return calls_of(lambda: proposals(plan))

    calls(10)
    assert calls(800) <= 4.3 * calls(200)
