// SPDX-License-Identifier: Apache-2.0

// An icon of @mdi/js. Without a title it is decoration; meaning must then stand in text beside it.
export function Icon({ path, size = 20, title }: { path: string; size?: number; title?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width={`${size / 16}rem`}
      height={`${size / 16}rem`}
      fill="currentColor"
      role={title ? 'img' : undefined}
      aria-label={title}
      aria-hidden={title ? undefined : true}
      focusable="false"
    >
      <path d={path} />
    </svg>
  );
}
