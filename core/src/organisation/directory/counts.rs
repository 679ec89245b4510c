//! Counts that may leave the directory: none is small, and none gives a small one away.

use super::{
    CountRow, Directory, DirectoryBreakdown, DirectoryCounts, DirectoryError, DirectoryField, LEAST_COUNT, Office,
    Skill,
};
use crate::kernel::{Day, Explanation, How, Quantity, Result, Text, suppress};

impl Office {
    /// Every office.
    pub const ALL: [Self; 8] = [
        Self::ResidentsRepresentative,
        Self::GroupHead,
        Self::BuildingHead,
        Self::OwnersCommittee,
        Self::Deputy,
        Self::Mediator,
        Self::VolunteerHead,
        Self::AssociationHead,
    ];

    /// Its name.
    pub fn label(self) -> Text {
        match self {
            Self::ResidentsRepresentative => Text::new("居民代表", "residents' representatives"),
            Self::GroupHead => Text::new("居民小组长", "heads of residents' groups"),
            Self::BuildingHead => Text::new("楼栋长", "heads of buildings"),
            Self::OwnersCommittee => Text::new("业委会委员", "members of owners' committees"),
            Self::Deputy => Text::new("人大代表", "deputies"),
            Self::Mediator => Text::new("调解员", "mediators"),
            Self::VolunteerHead => Text::new("志愿队队长", "heads of volunteers' teams"),
            Self::AssociationHead => Text::new("社会组织负责人", "heads of associations"),
        }
    }
}

impl Skill {
    /// Every skill.
    pub const ALL: [Self; 14] = [
        Self::Accounting,
        Self::Building,
        Self::Care,
        Self::Computing,
        Self::Cooking,
        Self::Arts,
        Self::FirstAid,
        Self::Gardening,
        Self::Languages,
        Self::Law,
        Self::Medicine,
        Self::SignLanguage,
        Self::Sport,
        Self::Teaching,
    ];

    /// Its name.
    pub fn label(self) -> Text {
        match self {
            Self::Accounting => Text::new("会计", "accounting"),
            Self::Building => Text::new("建筑维修", "building"),
            Self::Care => Text::new("照护", "care"),
            Self::Computing => Text::new("计算机", "computing"),
            Self::Cooking => Text::new("烹饪", "cooking"),
            Self::Arts => Text::new("文艺手工", "arts"),
            Self::FirstAid => Text::new("急救", "first aid"),
            Self::Gardening => Text::new("园艺", "gardening"),
            Self::Languages => Text::new("翻译", "languages"),
            Self::Law => Text::new("法律", "law"),
            Self::Medicine => Text::new("医护", "medicine"),
            Self::SignLanguage => Text::new("手语", "sign language"),
            Self::Sport => Text::new("体育", "sport"),
            Self::Teaching => Text::new("教学", "teaching"),
        }
    }
}

impl Directory {
    /// Counts of skills, of offices or of both together among entries with consent to a purpose on a day, fit to be published.
    ///
    /// Somebody with two skills is counted under both. Counts below `threshold`, which is at least [`LEAST_COUNT`], are
    /// hidden, zeros included, and with them as many others that none of these can be worked out from the sums: by all that is
    /// published, each could as well be `threshold` or more. Two counts of different days are two publications; what their
    /// difference says is not looked at here.
    ///
    /// # Errors
    /// `directory-unknown-purpose`, `directory-purpose-without-field`, `directory-threshold-too-low`.
    pub fn counts(&self, purpose: &str, day: Day, by: DirectoryBreakdown, threshold: u64) -> Result<DirectoryCounts> {
        if threshold < LEAST_COUNT {
            return Err(DirectoryError::ThresholdTooLow { got: threshold, least: LEAST_COUNT }.into());
        }
        let purpose = self.purpose(purpose)?;
        let (by_office, by_skill) = match by {
            DirectoryBreakdown::Skills => (false, true),
            DirectoryBreakdown::Offices => (true, false),
            DirectoryBreakdown::OfficesAndSkills => (true, true),
        };
        let wanted = [(DirectoryField::Offices, "offices", by_office), (DirectoryField::Skills, "skills", by_skill)];
        for (field, name, wanted) in wanted {
            if wanted && !purpose.fields.contains(&field) {
                let (purpose, field) = (purpose.key.to_string(), name.to_owned());
                return Err(DirectoryError::PurposeWithoutField { purpose, field }.into());
            }
        }
        let consented: Vec<_> =
            self.entries.values().filter(|e| e.consented(purpose.key.as_str(), day).is_some()).collect();
        let offices: Vec<Option<Office>> =
            if by_office { Office::ALL.into_iter().map(Some).collect() } else { vec![None] };
        let skills: Vec<Option<Skill>> = if by_skill { Skill::ALL.into_iter().map(Some).collect() } else { vec![None] };
        let count = |office: &Option<Office>, skill: &Option<Skill>| {
            let found = consented.iter().filter(|e| {
                office.is_none_or(|o| e.offices.contains(&o)) && skill.is_none_or(|s| e.skills.contains(&s))
            });
            found.count() as u64
        };
        let cells: Vec<Vec<u64>> = offices.iter().map(|o| skills.iter().map(|s| count(o, s)).collect()).collect();
        let table = suppress(&cells, threshold)?;
        let rows = offices.into_iter().zip(table.cells).zip(table.rows);
        let rows = rows.map(|((office, counts), total)| CountRow { office, counts, total }).collect();
        Ok(DirectoryCounts {
            day,
            purpose: purpose.key.to_string(),
            threshold,
            columns: skills.into_iter().flatten().collect(),
            rows,
            column_totals: table.columns,
            total: table.total,
        })
    }
}

impl DirectoryCounts {
    /// The counts as they may be published.
    pub fn explain(&self) -> Explanation {
        let shown = |count: Option<u64>| match count {
            Some(n) => Quantity::Count(i64::try_from(n).unwrap_or(i64::MAX)),
            None => Quantity::Words(Text::new("不公布", "hidden")),
        };
        let rows = self.rows.iter().map(|row| {
            let cells = self.columns.iter().zip(&row.counts);
            let cells = cells.map(|(skill, count)| Explanation::new(skill.label(), shown(*count)));
            let label = row.office.map_or_else(|| Text::new("合计", "all"), Office::label);
            Explanation::new(label, shown(row.total)).of(How::List, cells.collect())
        });
        let rule = Text::new(
            format!("小于{}的数及可据以推算的数不公布", self.threshold),
            format!("numbers below {}, and others that would give them away, are hidden", self.threshold),
        );
        Explanation::new(Text::new("人数统计（人次）", "mentions"), shown(self.total))
            .noted(rule)
            .of(How::List, rows.collect())
    }
}
