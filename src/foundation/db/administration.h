// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "connection.h"

namespace okno::db {

inline constexpr char kApplicationRole[] = "okno";

// A connection without the limits of a pool's, for making databases. Throws when there is no answer
// in 30 s.
std::unique_ptr<Connection> Administer(const std::string& dsn);
// Runs each statement that `query` writes (CREATE DATABASE and its like take no parameters); how
// many those were.
int RunWritten(Connection& connection, const Query& query, std::vector<Parameter> parameters);

// The application's role and the extensions of a database; by the superuser of the cluster.
void EnsureRole(Connection& connection);
void EnsureExtensions(Connection& connection);

}  // namespace okno::db
