//! The explanation of an appraisal: the means of the classes with their weights, and each trigger with both sides.

use super::{Appraisal, BallotGrade, VoteBasis};
use crate::evaluation::working::{plain, plain_quantity};
use crate::kernel::{Certainty, Citation, Explanation, How, Quantity, Ratio, Status, Text};
use crate::wire::evaluation::Appraised;

fn count(n: u64) -> Quantity {
    Quantity::Count(i64::try_from(n).unwrap_or(i64::MAX))
}

pub(super) fn explain(appraisal: &Appraisal, found: &Appraised) -> Explanation {
    let mut parts = Vec::new();
    let turnout = Explanation::new(Text::new("参评率", "turnout"), Quantity::Status(found.quorum))
        .with(Text::new("应到", "entitled"), count(found.entitled))
        .with(Text::new("实到", "cast"), count(found.cast))
        .with(Text::new("弃权", "abstained"), count(found.abstained));
    parts.push(match &appraisal.least_turnout {
        Some(least) => turnout.with(Text::new("至少", "at least"), Quantity::Ratio(least.clone())),
        None => turnout,
    });
    let mut terms = Vec::new();
    let mut weights = Vec::new();
    let classes = appraisal.classes.iter().zip(&found.classes).map(|(class, ballot)| {
        let mut node = Explanation::new(
            class.label.clone(),
            ballot.mean.as_ref().map_or(Quantity::Words(Text::new("未投票", "did not vote")), plain_quantity),
        )
        .with(Text::new("权重", "weight"), plain_quantity(&class.weight));
        for (grade, votes) in BallotGrade::ALL.into_iter().zip(&ballot.votes) {
            node = node.with(grade.label(), count(*votes));
        }
        if let Some(mean) = &ballot.mean {
            terms.push(format!("{} × {}", plain(&class.weight), plain(mean)));
            weights.push(plain(&class.weight));
        }
        node.with(Text::new("弃权", "abstained"), count(ballot.abstained))
    });
    let classes: Vec<Explanation> = classes.collect();
    let outcome = found.score.map_or(Quantity::Words(Text::new("无", "none")), Quantity::Decimal);
    let score = Explanation::new(Text::new("得分", "score"), outcome).of(How::List, classes);
    let equation = format!("100 × ({}) / ({})", terms.join(" + "), weights.join(" + "));
    parts.push(if found.score.is_some() { score.noted(Text::same(equation)) } else { score });
    for (trigger, fired) in appraisal.triggers.iter().zip(&found.triggers) {
        let citation = trigger.article.as_ref().map(|article| Citation {
            instrument: appraisal.title.clone(),
            article: article.clone(),
            certainty: Certainty::Text,
        });
        let share = fired.found.clone().unwrap_or(Ratio::ZERO);
        let sign = if share >= fired.due { ">=" } else { "<" };
        let basis = match trigger.basis {
            VoteBasis::Votes => Text::new("按票数", "by votes"),
            VoteBasis::Weighted => Text::new("按类别权重", "by the weights of classes"),
        };
        let mut node = Explanation::new(trigger.label.clone(), Quantity::Status(fired.status))
            .by(trigger.key.as_str(), citation)
            .with(Text::new("计法", "counted"), Quantity::Words(basis));
        for grade in &trigger.grades {
            let votes = found.grades.iter().find(|g| g.grade == *grade).map_or(0, |g| g.votes);
            node = node.with(grade.label(), count(votes));
        }
        parts.push(match fired.status {
            Status::Unknown => node,
            _ => node.noted(Text::same(format!("{} {sign} {}", plain(&share), plain(&fired.due)))),
        });
    }
    let outcome = found.score.map_or(Quantity::Status(found.quorum), Quantity::Decimal);
    Explanation::new(found.label.clone(), outcome).of(How::List, parts)
}
