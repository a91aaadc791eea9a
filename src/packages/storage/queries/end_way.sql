-- SPDX-License-Identifier: Apache-2.0
UPDATE packages.package_cases SET on_its_way = false WHERE package_id = $1
