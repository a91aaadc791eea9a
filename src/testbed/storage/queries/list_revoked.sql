-- SPDX-License-Identifier: Apache-2.0
SELECT serial FROM testbed.revoked_certificates
