-- SPDX-License-Identifier: Apache-2.0
UPDATE agency.registrations SET answer_state = $2, version = version + 1 WHERE answer_id = $1
