-- SPDX-License-Identifier: Apache-2.0
DELETE FROM inquiries.inquiries WHERE id = $1 AND number IS NULL
