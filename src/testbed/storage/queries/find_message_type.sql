-- SPDX-License-Identifier: Apache-2.0
SELECT namespace, request_root, response_root, title, routing_element, schema_folder, senders
FROM testbed.message_types
WHERE namespace = $1
