//! The writer against a plain one that goes through a [`Value`], and the order of keys.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde::Serialize;

use super::order;
use crate::kernel::canonical::MAX_SAFE;
use crate::kernel::{Decimal, Value, canonical, to_value};

/// The same text by way of a tree, each step as RFC 8785 says it.
fn plainly(value: &Value) -> String {
    let joined = |parts: Vec<String>| parts.join(",");
    match value {
        Value::Null | Value::Pruned => "null".into(),
        Value::Bool(b) => b.to_string(),
        Value::Int(i) if (-MAX_SAFE..=MAX_SAFE).contains(i) => i.to_string(),
        Value::Int(i) => format!("\"{i}\""),
        Value::Float(x) => ryu_js::Buffer::new().format_finite(*x).to_owned(),
        // serde_json writes the same short escapes, and the others with four small digits.
        Value::Text(text) => serde_json::to_string(text).unwrap(),
        Value::List(items) => format!("[{}]", joined(items.iter().map(plainly).collect())),
        Value::Map(entries) => {
            let mut sorted: Vec<_> = entries.iter().collect();
            sorted.sort_by_key(|(key, _)| key.encode_utf16().collect::<Vec<_>>());
            let entry = |(key, item): &(String, Value)| format!("{}:{}", plainly(&Value::from(&**key)), plainly(item));
            format!("{{{}}}", joined(sorted.into_iter().map(entry).collect()))
        }
    }
}

/// Signs of one byte to four, those that are escaped, and those about U+E000 where the two orders part.
fn sign() -> impl Strategy<Value = char> {
    prop_oneof![
        3 => proptest::char::range('a', 'c'),
        1 => proptest::char::range('\0', '~'),
        1 => prop_oneof![Just('\u{7f}'), Just('\u{80}'), Just('\u{7ff}'), Just('\u{800}'), Just('\u{d7ff}')],
        2 => prop_oneof![Just('\u{e000}'), Just('\u{efff}'), Just('\u{f000}'), Just('\u{ffff}')],
        2 => prop_oneof![Just('\u{10000}'), Just('\u{1f600}'), Just('\u{10ffff}')],
        1 => any::<char>(),
    ]
}

fn words() -> impl Strategy<Value = String> {
    proptest::collection::vec(sign(), 0..4).prop_map(|signs| signs.into_iter().collect())
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        any::<i64>().prop_map(|i| Value::Int(i.into())),
        any::<i128>().prop_map(Value::Int),
        (-3_i128..=3).prop_map(|i| Value::Int(MAX_SAFE + i)),
        any::<f64>().prop_filter("finite", |x| x.is_finite()).prop_map(Value::Float),
        words().prop_map(Value::Text),
    ];
    leaf.prop_recursive(5, 60, 8, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..8).prop_map(Value::List),
            // Keys that stand twice keep their order.
            proptest::collection::vec((words(), inner), 0..8).prop_map(Value::Map),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(if std::env::var_os("SHEQU_FULL").is_some() { 20_000 } else { 500 }))]

    #[test]
    fn it_writes_what_a_tree_would(value in value()) {
        prop_assert_eq!(canonical(&value).unwrap(), plainly(&value));
    }

    #[test]
    fn keys_stand_in_the_order_of_utf_16(a in words(), b in words()) {
        prop_assert_eq!(order(&a, &b), a.encode_utf16().cmp(b.encode_utf16()));
    }
}

#[derive(Serialize)]
struct Unit;

#[derive(Serialize)]
struct Wrapped(u8);

#[derive(Serialize)]
struct Pair(char, f32);

#[derive(Serialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "kebab-case")]
enum Shape {
    Plain,
    New(Box<Shape>),
    Two(u8, i8),
    Named { z: u64, a: Vec<Shape> },
}

#[derive(Serialize)]
struct All {
    zeta: Unit,
    alpha: Option<Wrapped>,
    none: Option<u8>,
    pair: Pair,
    shapes: Vec<Shape>,
    #[serde(flatten)]
    more: BTreeMap<&'static str, Decimal>,
    by_number: BTreeMap<i32, (bool, ())>,
    by_shape: BTreeMap<Shape, u128>,
    empty: BTreeMap<String, u8>,
    nothing: [u8; 0],
}

fn all() -> All {
    let named = |a| Shape::Named { z: u64::MAX, a };
    All {
        zeta: Unit,
        alpha: Some(Wrapped(7)),
        none: None,
        pair: Pair('"', 0.1),
        shapes: vec![Shape::Plain, Shape::New(Box::new(Shape::Two(1, -1))), named(vec![named(vec![]), Shape::Plain])],
        more: [("middle", "1.50"), ("beta", "-2")].map(|(k, v)| (k, v.parse().unwrap())).into(),
        by_number: [(10, (true, ())), (9, (false, ())), (-1, (true, ()))].into(),
        by_shape: BTreeMap::new(),
        empty: BTreeMap::new(),
        nothing: [],
    }
}

#[test]
fn every_shape_of_serde_is_written_as_its_value() {
    let value = to_value(&all()).unwrap();
    assert_eq!(canonical(&all()).unwrap(), plainly(&value));
    assert_eq!(
        canonical(&all()).unwrap(),
        "{\"alpha\":7,\"beta\":\"-2\",\"by_number\":{\"-1\":[true,null],\"10\":[true,null],\"9\":[false,null]},\
         \"by_shape\":{},\"empty\":{},\"middle\":\"1.50\",\"none\":null,\"nothing\":[],\
         \"pair\":[\"\\\"\",0.10000000149011612],\"shapes\":[\"plain\",{\"new\":{\"two\":[1,-1]}},\
         {\"named\":{\"a\":[{\"named\":{\"a\":[],\"z\":\"18446744073709551615\"}},\"plain\"],\
         \"z\":\"18446744073709551615\"}}],\"zeta\":null}"
    );
}

#[test]
fn it_refuses_what_a_value_refuses() {
    fn alike(result: &impl Serialize, code: &str) {
        let (own, by_value) = (canonical(result).unwrap_err(), to_value(result).unwrap_err());
        assert_eq!((own.first().code(), own.to_string()), (code, by_value.to_string()));
    }
    alike(&[1.0, f64::INFINITY], "not-finite");
    alike(&f32::NAN, "not-finite");
    alike(&1_u128, "not-plain");
    alike(&BTreeMap::from([(true, 1)]), "not-plain");
    alike(&BTreeMap::from([((1, 2), 1)]), "not-plain");
    alike(&BTreeMap::from([(None::<u8>, 1)]), "not-plain");
    alike(&BTreeMap::from([(Shape::New(Box::new(Shape::Plain)), f64::NAN)]), "not-plain");
}
