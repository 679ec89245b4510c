//! Results that explain themselves, as classes: one getter a field, the plain form beside it.

/// Wraps a result that has `explain`; each field is a getter with its type in TypeScript.
macro_rules! answer {
    (
        $(#[$meta:meta])*
        $class:ident($inner:ty) as $plain:tt {
            $( $(#[$fmeta:meta])* $field:ident $js:tt: $types:tt, )*
        }
    ) => {
        $(#[$meta])*
        #[wasm_bindgen]
        pub struct $class(pub(crate) $inner);

        #[wasm_bindgen]
        impl $class {
            $(
                $(#[$fmeta])*
                #[wasm_bindgen(getter, js_name = $js, unchecked_return_type = $types)]
                pub fn $field(&self) -> Js {
                    to_js(&self.0.$field)
                }
            )*

            /// Why.
            pub fn explain(&self) -> Explanation {
                Explanation(self.0.explain())
            }

            /// What `JSON.stringify` writes: the plain form.
            #[wasm_bindgen(js_name = toJSON, unchecked_return_type = $plain)]
            pub fn to_json(&self) -> Js {
                to_js(&self.0)
            }
        }
    };
}

pub(crate) use answer;
