-- SPDX-License-Identifier: Apache-2.0
DELETE FROM catalog.favourites WHERE user_id = $1::uuid AND service_code = $2
