//! Labels and messages in Chinese and English, rendered from data and never matched on.

use compact_str::CompactString;
use serde::de::{self, Deserializer, MapAccess, Visitor};
use serde::ser::{SerializeStruct, Serializer};
use serde::{Deserialize, Serialize};

/// The language a text is rendered in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Chinese, simplified.
    #[default]
    Zh,
    /// English.
    En,
}

/// A text in Chinese and English; where one is not given, the other stands for it.
///
/// In documents it is a string, for both, or `{zh = "社区", en = "community"}`.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "typescript", derive(ts_rs::TS))]
pub struct Text {
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    zh: CompactString,
    /// Empty where it is the same.
    #[cfg_attr(feature = "typescript", ts(type = "string"))]
    en: CompactString,
}

impl Text {
    /// A text in both languages.
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        let (zh, en) = (zh.into(), en.into());
        if zh.is_empty() || zh == en {
            return Self::same(en);
        }
        Self { zh: zh.into(), en: en.into() }
    }

    /// The same words in both languages.
    pub fn same(words: impl Into<String>) -> Self {
        Self { zh: words.into().into(), en: CompactString::const_new("") }
    }

    /// The words in a language.
    pub fn get(&self, lang: Lang) -> &str {
        if lang == Lang::En && !self.en.is_empty() { &self.en } else { &self.zh }
    }

    /// Whether nothing was written.
    pub fn is_empty(&self) -> bool {
        self.zh.is_empty()
    }
}

impl From<&str> for Text {
    fn from(words: &str) -> Self {
        Self { zh: words.into(), en: CompactString::const_new("") }
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut both = serializer.serialize_struct("Text", 2)?;
        both.serialize_field("zh", self.get(Lang::Zh))?;
        both.serialize_field("en", self.get(Lang::En))?;
        both.end()
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Written;
        impl<'de> Visitor<'de> for Written {
            type Value = Text;
            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("a text, or one in `zh` and `en`")
            }
            fn visit_str<E: de::Error>(self, words: &str) -> Result<Text, E> {
                Ok(Text::same(words))
            }
            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Text, A::Error> {
                #[derive(Deserialize)]
                #[serde(deny_unknown_fields)]
                struct Both {
                    #[serde(default)]
                    zh: String,
                    #[serde(default)]
                    en: String,
                }
                let both = Both::deserialize(de::value::MapAccessDeserializer::new(map))?;
                Ok(Text::new(both.zh, both.en))
            }
        }
        deserializer.deserialize_any(Written)
    }
}
