// SPDX-License-Identifier: Apache-2.0
import type { PackageLine } from './packages.ts';

// The agency, and the service when the package is of one only.
export function whereTo({ agency_name, service_name }: PackageLine) {
  return [agency_name, service_name].filter(Boolean).join(': ');
}
