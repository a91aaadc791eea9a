-- SPDX-License-Identifier: Apache-2.0
SELECT a.id, a.organization_id
FROM applications.applications a
CROSS JOIN LATERAL (SELECT max(h.at) AS at FROM applications.history h
                    WHERE h.application_id = a.id AND h.to_status = 'ready_to_issue') told
WHERE a.open AND a.status = 'ready_to_issue' AND told.at < $1
ORDER BY told.at, a.id LIMIT $2
