"""What is usual for the invented services: shares in percent, and how a half year looks."""

# How much of the year's figure stands at the end of June: a service that is counted as people
# come for it grows with the year, a state (has JKN, is breastfed) does not.
STATE, GROWING = 0.97, 0.52

# Usual coverage of each indicator in percent, and the part of it at the end of June.
SERVICES: dict[str, tuple[float, float]] = {
    "I01": (78, 0.8),
    "I02": (70, GROWING),
    "I03": (55, 0.7),
    "I04": (62, GROWING),
    "I05": (48, STATE),
    "I06": (77, STATE),
    "I07": (66, STATE),
    "I08": (81, STATE),
    "I09": (73, STATE),
    "I10": (82, 0.9),
    "I11": (84, STATE),
    "I12": (70, 0.9),
    "I13": (74, 0.6),
    "I14": (68, STATE),
    "I15": (60, GROWING),
    "I16": (80, 0.9),
    "I17": (79, STATE),
    "I18": (66, 0.9),
    "I19": (66, STATE),
    "I20": (9, 0.5),
    "I21": (72, GROWING),
    "I22": (52, 0.8),
    "I23": (58, GROWING),
    "I24": (76, STATE),
    "I25": (72, STATE),
    "I26": (46, STATE),
    "I27": (38, STATE),
    "I28": (61, 0.8),
    "I29": (88, STATE),
    "I30": (71, STATE),
    "I31": (45, STATE),
}

# Targets of the last of `TARGET_YEARS`, percent; each year before is lower by `TARGET_RISE`.
TARGET_YEARS = (2024, 2025, 2026, 2027)
TARGET_RISE = 3.0
TARGETS: dict[str, float] = {
    "I01": 86,
    "I02": 76,
    "I03": 66,
    "I04": 66,
    "I05": 60,
    "I06": 80,
    "I07": 70,
    "I08": 84,
    "I10": 92,
    "I11": 88,
    "I12": 76,
    "I13": 82,
    "I14": 72,
    "I15": 70,
    "I16": 92,
    "I17": 84,
    "I18": 72,
    "I19": 72,
    "I21": 76,
    "I22": 62,
    "I23": 62,
    "I24": 84,
    "I25": 80,
    "I26": 52,
    "I27": 50,
    "I28": 66,
    "I29": 96,
    "I31": 50,
}
PREVALENCE_TARGETS: dict[str, dict[int, float]] = {
    "RPJMD": {2024: 18.0, 2025: 16.5, 2026: 15.0, 2027: 13.5, 2028: 12.0, 2029: 10.5},
    "RKPD": {2025: 15.5, 2026: 13.5},
}

# Facilities and people that serve a desa: the usual number for a hundred children under five.
SUPPORT: dict[str, float] = {
    "D01": 1.9,
    "D02": 0.25,
    "D03": 0.08,
    "D04": 0.12,
    "D05": 9.0,
    "D06": 1.1,
    "D07": 0.15,
    "D08": 0.12,
    "D09": 0.1,
    "D10": 1.8,
    "D11": 0.3,
    "D12": 0.15,
    "D13": 4.5,
}
