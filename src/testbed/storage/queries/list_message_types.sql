-- SPDX-License-Identifier: Apache-2.0
SELECT t.namespace, t.request_root, t.response_root, t.title, t.routing_element, t.schema_folder, t.senders, t.family,
  t.broadcast, t.subscribers, t.personal_signature, t.persons,
  coalesce(json_agg(json_build_object('code', r.code, 'mnemonic', r.mnemonic) ORDER BY r.code)
    FILTER (WHERE r.mnemonic IS NOT NULL), '[]') AS routes
FROM testbed.message_types t
LEFT JOIN testbed.routes r USING (namespace)
GROUP BY t.namespace
ORDER BY t.namespace
