//! Schemes, scores, grades and ranks of organisations, posts and services.
