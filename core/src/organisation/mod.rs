//! Units, posts, relations and events, as of any day.
