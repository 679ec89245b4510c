//! The npm package in `bindings-wasm/pkg`: compiled, bound, made small, and wrapped for Node, bundlers and browsers.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, bail};

use crate::javascript;
use crate::shell::{Shell, cargo, copy, fresh, read, root, write};

const TARGET: &str = "wasm32-unknown-unknown";

/// What Node 20 and browsers of its age know; naming more makes a file they cannot load.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Builds the package.
pub fn run() -> Result<()> {
    let dir = build()?;
    let bytes = std::fs::metadata(dir.join("shequ_bg.wasm"))?.len();
    println!("{}: shequ_bg.wasm has {} KiB", dir.display(), bytes / 1024);
    Ok(())
}

/// Builds the package and gives its directory.
pub fn build() -> Result<PathBuf> {
    let compiled = compile()?;
    javascript::install()?;
    let pkg = root().join("bindings-wasm/pkg");
    fresh(&pkg)?;
    bind(&compiled, &pkg)?;
    shrink(&pkg.join("shequ_bg.wasm"))?;
    wrap(&pkg)?;
    Ok(pkg)
}

/// Compiles the crate with whatever standard library for the target can be had.
fn compile() -> Result<PathBuf> {
    let profile = ["build", "--locked", "--package", "shequ-wasm", "--profile", "wasm", "--target", TARGET];
    // Messages of panics name source files: without the paths of the machine that built them.
    let home = std::env::var("CARGO_HOME").or_else(|_| std::env::var("HOME").map(|h| format!("{h}/.cargo")));
    let flags = format!(
        "--remap-path-prefix={}=. --remap-path-prefix={}=cargo",
        root().display(),
        home.unwrap_or_else(|_| "/".into())
    );
    let own = "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS";
    if has_target() || (Shell::new("rustup").args(["target", "add", TARGET]).succeeds() && has_target()) {
        cargo().args(profile).env(own, flags).run()?;
        return Ok(root().join("target").join(TARGET).join("wasm/shequ_wasm.wasm"));
    }
    let rustc = debian_rustc()?;
    let sysroot = Shell::new("rustc").at(root()).args(["--print", "sysroot"]).output()?;
    let host = Shell::new("rustc").at(root()).arg("-vV").output()?;
    let host = host.lines().find_map(|l| l.strip_prefix("host: ")).context("rustc names no host")?.to_owned();
    let linker = format!("{}/lib/rustlib/{host}/bin/rust-lld", sysroot.trim());
    let target_dir = root().join("target/debian");
    cargo()
        .args(profile)
        .arg("-Zbuild-std=std,panic_abort")
        .arg("--target-dir")
        .arg(&target_dir)
        .env("RUSTC", rustc)
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", linker)
        .env(own, flags)
        .run()?;
    Ok(target_dir.join(TARGET).join("wasm/shequ_wasm.wasm"))
}

fn has_target() -> bool {
    let dir = Shell::new("rustc").at(root()).args(["--print", "target-libdir", "--target", TARGET]).output();
    dir.is_ok_and(|dir| {
        let entries = std::fs::read_dir(dir.trim());
        entries.is_ok_and(|mut entries| {
            entries.any(|e| e.is_ok_and(|e| e.file_name().to_string_lossy().starts_with("libstd")))
        })
    })
}

/// Debian's compiler for the web with the sources of its standard library; installed where that is allowed.
fn debian_rustc() -> Result<&'static str> {
    let rustc = "/usr/bin/rustc";
    let packages = ["rustc-web", "rust-web-src"];
    let there = || Shell::new("dpkg").arg("-s").args(packages).succeeds();
    let root_user = || Shell::new("id").arg("-u").output().is_ok_and(|id| id.trim() == "0");
    if !there() && Path::new("/usr/bin/apt-get").exists() && root_user() {
        println!("no standard library for {TARGET} from rustup: installing Debian's {}", packages.join(" and "));
        Shell::new("apt-get").args(["update", "-qq"]).succeeds();
        let apt = Shell::new("apt-get").args(["install", "-y", "-qq", "--no-install-recommends"]).args(packages);
        apt.env("DEBIAN_FRONTEND", "noninteractive").run()?;
    }
    if there() {
        return Ok(rustc);
    }
    bail!(
        "the standard library for {TARGET} is missing\n  help: `rustup target add {TARGET}`, or on Debian \
         `apt-get install --no-install-recommends {}`",
        packages.join(" ")
    )
}

/// Writes the glue, in the version of the crate that was compiled.
fn bind(compiled: &Path, pkg: &Path) -> Result<()> {
    let mut bindgen = wasm_bindgen_cli_support::Bindgen::new();
    bindgen.input_path(compiled).out_name("shequ").web(true)?.typescript(true).omit_default_module_path(false);
    bindgen.generate(pkg).context("wasm-bindgen could not bind the compiled file")
}

fn shrink(wasm: &Path) -> Result<()> {
    let tool = root().join("bindings-wasm/node_modules/binaryen/bin/wasm-opt");
    Shell::new("node").arg(tool).arg("-Os").args(FEATURES).arg(wasm).arg("-o").arg(wasm).run()
}

/// The entries around the glue: one file each for Node (both kinds), for bundlers and browsers, and with the code inside.
fn wrap(pkg: &Path) -> Result<()> {
    let sources = root().join("bindings-wasm/npm");
    let glue = read(pkg.join("shequ.js"))?;
    let mut names: Vec<&str> = glue.lines().filter_map(exported).collect();
    names.extend(["ShequError", "packs"]);
    let list = names.join(", ");

    copy(sources.join("error.js"), pkg.join("error.js"))?;
    std::fs::rename(pkg.join("shequ.js"), pkg.join("web.js"))?;
    let mut web = glue.replace("/* @ts-self-types=\"./shequ.d.ts\" */\n", "");
    web.push_str(&read(sources.join("web.js"))?);
    write(pkg.join("web.js"), web)?;

    let fill = |name: &str, word: &str, by: &str| -> Result<()> {
        write(pkg.join(name), read(sources.join(name))?.replace(word, by))
    };
    fill("index.js", "/* names */", &list)?;
    fill("node.mjs", "/* names */", &list)?;
    let code = base64(&std::fs::read(pkg.join("shequ_bg.wasm"))?);
    fill("inline.js", "/* names */", &list)?;
    write(pkg.join("inline.js"), read(pkg.join("inline.js"))?.replace("/* code */", &code))?;
    bundle_for_node(&sources, pkg, &list)?;
    types(pkg)?;

    let manifest = read(sources.join("package.json"))?.replace("0.0.0-workspace", env!("CARGO_PKG_VERSION"));
    write(pkg.join("package.json"), manifest)?;
    copy(root().join("bindings-wasm/README.md"), pkg.join("README.md"))?;
    for licence in ["LICENSE-MIT", "LICENSE-APACHE"] {
        copy(root().join(licence), pkg.join(licence))?;
    }
    std::fs::create_dir_all(pkg.join("schemas"))?;
    for entry in std::fs::read_dir(root().join("schemas"))? {
        let schema = entry?;
        copy(schema.path(), pkg.join("schemas").join(schema.file_name()))?;
    }
    Ok(())
}

fn exported(line: &str) -> Option<&str> {
    let rest = line.strip_prefix("export class ").or_else(|| line.strip_prefix("export function "))?;
    rest.split(|c: char| !(c.is_alphanumeric() || c == '_' || c == '$')).next()
}

/// CommonJS is one file made from the same glue, so that `import` and `require` share one instance.
fn bundle_for_node(sources: &Path, pkg: &Path, list: &str) -> Result<()> {
    let entry = pkg.join("node.entry.js");
    write(&entry, read(sources.join("node.js"))?.replace("/* names */", list))?;
    let tool = root().join("bindings-wasm/tools/commonjs.mjs");
    Shell::new("node").arg(tool).arg(&entry).arg(pkg.join("node.cjs")).run()?;
    std::fs::remove_file(entry)?;
    Ok(())
}

/// The types without the loading functions for the ready entries, and the loading functions for `shequ/web`.
fn types(pkg: &Path) -> Result<()> {
    let all = read(pkg.join("shequ.d.ts"))?;
    let at = all.find("export type InitInput").context("the generated types end without `InitInput`")?;
    let (own, loading) = all.split_at(at);
    write(pkg.join("index.d.ts"), own)?;
    write(pkg.join("index.d.cts"), own)?;
    write(pkg.join("web.d.ts"), format!("export * from \"./index.js\";\n\n{loading}"))?;
    std::fs::remove_file(pkg.join("shequ.d.ts"))?;
    let raw = pkg.join("shequ_bg.wasm.d.ts");
    if raw.exists() {
        std::fs::remove_file(raw)?;
    }
    Ok(())
}

fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for chunk in bytes.chunks(3) {
        let word = chunk.iter().fold(0_u32, |w, b| (w << 8) | u32::from(*b)) << (8 * (3 - chunk.len()));
        for i in 0..4 {
            let sign = SIGNS.get((word >> (18 - 6 * i)) as usize & 63).copied().unwrap_or(b'=');
            out.push(if i <= chunk.len() { char::from(sign) } else { '=' });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The test vectors of RFC 4648, section 10.
    #[test]
    fn base64_is_that_of_the_rfc() {
        for (text, coded) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")] {
            assert_eq!(base64(text.as_bytes()), coded);
        }
    }

    #[test]
    fn exported_names_are_found() {
        assert_eq!(exported("export class Scheme {"), Some("Scheme"));
        assert_eq!(exported("export function digest(value) {"), Some("digest"));
        assert_eq!(exported("function inner() {"), None);
    }
}
