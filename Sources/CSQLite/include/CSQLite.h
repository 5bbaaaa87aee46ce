#pragma once
/// What Swift cannot call: functions of SQLite that take any number of arguments.

struct sqlite3;

/// Keeps the schema, the shadow tables and the journal of a connection out of the reach of SQL.
///
/// Gives SQLite's result code; 0 is success.
int sqlite_defend(struct sqlite3 *connection);
