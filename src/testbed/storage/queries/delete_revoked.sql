-- SPDX-License-Identifier: Apache-2.0
DELETE FROM testbed.revoked_certificates
