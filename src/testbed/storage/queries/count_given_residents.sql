-- SPDX-License-Identifier: Apache-2.0
SELECT count(*) AS residents FROM testbed.residents WHERE origin = 'given'
