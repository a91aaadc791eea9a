// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Button, Popover, Radio, Stack, Tooltip } from '@mantine/core';
import { mdiEyeOutline } from '@mdi/js';
import { type PlainKey, useT } from '@/lib/language.tsx';
import { saveVision, useVision, usualVision, type Vision } from '@/lib/vision.ts';
import { Icon } from '@/ui/icon.tsx';

type Choices = {
  [Name in keyof Vision]: { title: PlainKey; values: [Vision[Name], PlainKey][] };
};

const choices: Choices = {
  size: {
    title: 'vision.size',
    values: [
      ['normal', 'vision.size.normal'],
      ['large', 'vision.size.large'],
      ['huge', 'vision.size.huge'],
    ],
  },
  contrast: {
    title: 'vision.contrast',
    values: [
      ['normal', 'vision.contrast.normal'],
      ['black-on-white', 'vision.contrast.blackOnWhite'],
      ['white-on-black', 'vision.contrast.whiteOnBlack'],
      ['blue', 'vision.contrast.blue'],
    ],
  },
  spacing: {
    title: 'vision.spacing',
    values: [
      ['normal', 'vision.spacing.normal'],
      ['wide', 'vision.spacing.wide'],
    ],
  },
};

export function VisionMenu() {
  const t = useT();
  const vision = useVision();
  return (
    <Popover position="bottom-end" shadow="md" width={260} trapFocus>
      <Popover.Target>
        <Tooltip label={t('vision.title')}>
          <ActionIcon variant="subtle" color="gray" size="lg" aria-label={t('vision.title')}>
            <Icon path={mdiEyeOutline} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('vision.title')}>
        <Stack gap="md">
          {(Object.keys(choices) as (keyof Vision)[]).map((name) => (
            <Radio.Group
              key={name}
              label={t(choices[name].title)}
              value={vision[name]}
              onChange={(value) => saveVision({ ...vision, [name]: value })}
            >
              <Stack gap={6} mt={4}>
                {choices[name].values.map(([value, title]) => (
                  <Radio key={value} value={value} label={t(title)} size="xs" />
                ))}
              </Stack>
            </Radio.Group>
          ))}
          <Button variant="default" size="xs" onClick={() => saveVision(usualVision)}>
            {t('vision.reset')}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
