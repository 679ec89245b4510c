//! Why an alternative has its score: what went in, what the method does with it in words, and where it stands.

use super::decision::Decision;
use super::method::MethodName;
use crate::evaluation::methods::columns::extremes;
use crate::evaluation::methods::{Direction, Matrix, Weights};
use crate::kernel::{Explanation, How, Quantity, Real, Text};

fn float(x: f64) -> Quantity {
    Quantity::Real(Real::new(x).unwrap_or_default())
}

impl MethodName {
    /// What the method is called.
    pub fn label(self) -> Text {
        let (zh, en) = match self {
            Self::WeightedSum => ("加权和法", "weighted sum"),
            Self::WeightedProduct => ("加权积法", "weighted product"),
            Self::Waspas => ("WASPAS法", "WASPAS"),
            Self::Owa => ("有序加权平均", "ordered weighted average"),
            Self::Topsis => ("逼近理想解排序法", "TOPSIS"),
            Self::Vikor => ("多准则妥协解排序法", "VIKOR"),
            Self::Promethee => ("偏好顺序结构评估法", "PROMETHEE II"),
            Self::Mabac => ("MABAC法", "MABAC"),
            Self::Copras => ("COPRAS法", "COPRAS"),
            Self::Edas => ("EDAS法", "EDAS"),
            Self::Moora => ("MOORA比率法", "MOORA, the ratio system"),
            Self::Marcos => ("MARCOS法", "MARCOS"),
            Self::Spotis => ("SPOTIS法", "SPOTIS"),
            Self::Electre => ("消去与选择转换法", "ELECTRE I"),
            Self::Copeland => ("科普兰法", "Copeland"),
            Self::Borda => ("波达计数法", "Borda"),
        };
        Text::new(zh, en)
    }

    /// What the method does, in a sentence.
    pub fn formula(self) -> Text {
        let (zh, en) = match self {
            Self::WeightedSum => ("各准则标准化值乘权重之和", "the sum of weight times scaled value"),
            Self::WeightedProduct => {
                ("各准则标准化值以权重为指数之积", "the product of scaled values to the power of their weights")
            }
            Self::Waspas => {
                ("加权和与加权积按λ合成", "lambda parts of the weighted sum and the rest of the weighted product")
            }
            Self::Owa => (
                "标准化值由优到劣排序后按位置加权",
                "scaled values from the best to the worst, weighted by their place",
            ),
            Self::Topsis => (
                "与最劣点的距离÷与最优点和最劣点的距离之和",
                "the distance from the worst over that from the best and the worst together",
            ),
            Self::Vikor => (
                "v份总体差距与1-v份最大单项差距，均按最优到最劣缩放为0到1；越小越好",
                "v parts of the distance from the best in all and 1 - v parts of the largest in one, each from 0 for the best to 1 for the worst; lower is better",
            ),
            Self::Promethee => (
                "对其他各方案的平均偏好减去被其他各方案偏好的平均值",
                "the mean preference over the others less the mean preference of the others",
            ),
            Self::Mabac => (
                "加权值与各准则边界（几何平均）之差的和",
                "the sum of weighted values less the border of each criterion, a geometric mean",
            ),
            Self::Copras => (
                "效益之和加上按反比分配的成本之和，再除以最大者",
                "benefits, and costs dealt out in inverse proportion, over the greatest",
            ),
            Self::Edas => (
                "高于平均的相对距离与低于平均的相对距离之合成",
                "the relative distances above and below the average, each over its greatest",
            ),
            Self::Moora => (
                "各准则除以列向量长度后，效益之和减成本之和",
                "values over the length of their column, benefits less costs",
            ),
            Self::Marcos => (
                "相对于理想方案与反理想方案的效用之合成",
                "utility compared with the ideal and the anti-ideal together",
            ),
            Self::Spotis => (
                "各准则与界限内最优值的相对距离之加权和；越小越好",
                "the weighted relative distance from the best value within the bounds; lower is better",
            ),
            Self::Electre => ("1为核内，0为核外", "1 in the kernel, 0 outside"),
            Self::Copeland => (
                "按加权多数胜过的方案数减去负于的方案数",
                "how many others it beats by a weighted majority, less how many beat it",
            ),
            Self::Borda => (
                "各准则中优于多少其他方案（并列算一半）之加权和",
                "the weighted sum of how many others it is better than, equals counting half",
            ),
        };
        Text::new(zh, en)
    }
}

impl Decision {
    /// Why a row has its score: its values beside the best and the worst of each criterion, the weights, and the method in words.
    ///
    /// `matrix` and `weights` are those that the decision was made from. `None` for an unknown row.
    pub fn explain(&self, matrix: &Matrix<'_>, weights: &Weights, row: usize) -> Option<Explanation> {
        let (score, rank) = (self.scores().get(row)?, self.ranks().get(row)?);
        let criteria = matrix.criteria().iter().zip(weights.as_slice()).map(|(criterion, weight)| {
            let (low, high) = extremes(criterion.values());
            let (best, worst) = if criterion.direction() == Direction::Higher { (high, low) } else { (low, high) };
            let value = criterion.values().get(row).copied().unwrap_or_default();
            Explanation::new(Text::same(criterion.key().as_str()), float(value))
                .with(Text::new("权重", "weight"), float(*weight))
                .with(Text::new("最优", "best"), float(best))
                .with(Text::new("最劣", "worst"), float(worst))
        });
        let label = self.method().label();
        let place = rank.whole().map_or_else(|| Quantity::Decimal(rank.to_decimal()), |n| Quantity::Count(n.into()));
        Some(
            Explanation::new(label, float(*score))
                .by(self.method().name(), None)
                .with(Text::new("名次", "rank"), place)
                .with(
                    Text::new("方案数", "alternatives"),
                    Quantity::Count(i64::try_from(self.ranks().len()).unwrap_or(i64::MAX)),
                )
                .noted(self.method().formula())
                .of(How::List, criteria.collect()),
        )
    }
}
