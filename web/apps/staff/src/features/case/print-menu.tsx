// SPDX-License-Identifier: Apache-2.0
import { Button, Menu } from '@mantine/core';
import { mdiPrinterOutline } from '@mdi/js';
import { useT } from '@/lib/language.tsx';
import { Icon } from '@/ui/icon.tsx';
import type { Application } from './application.ts';
import { answersOf } from './documents.ts';
import { openAnswer, openPrint, type PrintForm } from './printing.ts';

type PrintMenuProps = { application: Application; forms: PrintForm[] };

export function PrintMenu({ application, forms }: PrintMenuProps) {
  const t = useT();
  const answers = answersOf(application).filter(({ printable }) => printable);
  return (
    <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button variant="default" leftSection={<Icon path={mdiPrinterOutline} size={18} />}>
          {t('case.print')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {forms.map((form) => (
          <Menu.Item key={form} onClick={() => openPrint(application, form)}>
            {t(`case.print.${form}`)}
          </Menu.Item>
        ))}
        {answers.length > 0 && <Menu.Label>{t('case.answer')}</Menu.Label>}
        {answers.map((document) => (
          <Menu.Item key={document.id} onClick={() => openAnswer(application, document)}>
            {document.title || document.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
