-- SPDX-License-Identifier: Apache-2.0
INSERT INTO testbed.message_types (namespace, request_root, response_root, title, routing_element, schema_folder,
  senders, family, broadcast, subscribers, personal_signature, persons)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
ON CONFLICT (namespace) DO UPDATE SET request_root = excluded.request_root, response_root = excluded.response_root,
  title = excluded.title, routing_element = excluded.routing_element, schema_folder = excluded.schema_folder,
  senders = excluded.senders, family = excluded.family, broadcast = excluded.broadcast,
  subscribers = excluded.subscribers, personal_signature = excluded.personal_signature, persons = excluded.persons
