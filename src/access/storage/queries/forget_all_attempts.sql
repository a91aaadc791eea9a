-- SPDX-License-Identifier: Apache-2.0
DELETE FROM access.sign_in_failures WHERE substring(key FOR length($1::bytea)) = $1::bytea;
