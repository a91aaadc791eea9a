-- SPDX-License-Identifier: Apache-2.0
SELECT service_code FROM catalog.favourites WHERE user_id = $1::uuid
