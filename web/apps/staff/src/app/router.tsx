// SPDX-License-Identifier: Apache-2.0
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { stepNames } from '@/features/intake/step-names.ts';
import { flag, known, oneOf, text, whole } from '@/lib/search.ts';
import { isSignedOut, sessionQuery } from '@/lib/session.ts';
import { RoutePending } from '@/ui/route-pending.tsx';
import { queryClient } from './query-client.ts';
import { RouteError } from './route-error.tsx';
import { RouteMissing } from './route-missing.tsx';
import { homeOf } from './sections.ts';

const root = createRootRoute({ component: Outlet, notFoundComponent: RouteMissing });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>) => known({ next: text(search, 'next') }),
  component: lazyRouteComponent(() => import('./sign-in-route.tsx'), 'SignInRoute'),
});

const frame = createRoute({
  getParentRoute: () => root,
  id: 'frame',
  beforeLoad: async ({ location }) => {
    try {
      await queryClient.ensureQueryData(sessionQuery);
    } catch (error) {
      if (!isSignedOut(error)) throw error;
      throw redirect({ to: '/sign-in', search: { next: location.href } });
    }
  },
  component: lazyRouteComponent(() => import('./frame/frame.tsx'), 'Frame'),
});

// An address that leads nowhere, with the frame around it to go on from.
const missing = createRoute({
  getParentRoute: () => frame,
  path: '$',
  component: RouteMissing,
});

const home = createRoute({
  getParentRoute: () => frame,
  path: '/',
  beforeLoad: async () => {
    const session = await queryClient.ensureQueryData(sessionQuery);
    throw redirect({ to: homeOf(session), replace: true });
  },
});

const intake = createRoute({
  getParentRoute: () => frame,
  path: '/intake',
  // A draft to go on with, or an applicant or a service to begin with.
  validateSearch: (search: Record<string, unknown>) =>
    known({
      application: text(search, 'application'),
      applicant: text(search, 'applicant'),
      service: text(search, 'service'),
      // A place of the history: the browser's «Back» goes a step back.
      step: oneOf(search, 'step', stepNames),
    }),
  component: lazyRouteComponent(() => import('./intake-route.tsx'), 'IntakeRoute'),
});

const worklists = createRoute({
  getParentRoute: () => frame,
  path: '/cases',
  validateSearch: (search: Record<string, unknown>) =>
    known({
      list: text(search, 'list'),
      q: text(search, 'q'),
      status: text(search, 'status'),
      service: text(search, 'service'),
      branch: text(search, 'branch'),
      executor: text(search, 'executor'),
      overdue: flag(search, 'overdue'),
      due_within: whole(search, 'due_within'),
    }),
  component: lazyRouteComponent(
    () => import('@/features/worklists/worklists-page.tsx'),
    'WorklistsPage',
  ),
});

const caseRoute = createRoute({
  getParentRoute: () => frame,
  path: '/cases/$id',
  validateSearch: (search: Record<string, unknown>) => known({ tab: text(search, 'tab') }),
  component: lazyRouteComponent(() => import('./case-route.tsx'), 'CaseRoute'),
});

const applicant = createRoute({
  getParentRoute: () => frame,
  path: '/applicants/$id',
  component: lazyRouteComponent(() => import('./applicant-route.tsx'), 'ApplicantRoute'),
});

const registrations = createRoute({
  getParentRoute: () => frame,
  path: '/registrations',
  validateSearch: (search: Record<string, unknown>) =>
    known({
      list: oneOf(search, 'list', ['new', 'in_work', 'mine', 'decided', 'all']),
      q: text(search, 'q'),
      service: text(search, 'service'),
      unit: text(search, 'unit'),
      overdue: flag(search, 'overdue'),
    }),
  component: lazyRouteComponent(
    () => import('@/features/agency/registrations-page.tsx'),
    'RegistrationsPage',
  ),
});

const registration = createRoute({
  getParentRoute: () => frame,
  path: '/registrations/$id',
  component: lazyRouteComponent(() => import('./registration-route.tsx'), 'RegistrationRoute'),
});

const calls = createRoute({
  getParentRoute: () => frame,
  path: '/calls',
  validateSearch: (search: Record<string, unknown>) =>
    known({
      reason: oneOf(search, 'reason', ['result', 'rework', 'later']),
      wrong_number: flag(search, 'wrong_number'),
      q: text(search, 'q'),
      call: text(search, 'call'),
    }),
  component: lazyRouteComponent(
    () => import('@/features/contact-center/calls-page.tsx'),
    'CallsPage',
  ),
});

const inquiries = createRoute({
  getParentRoute: () => frame,
  path: '/inquiries',
  validateSearch: (search: Record<string, unknown>) =>
    known({
      q: text(search, 'q'),
      type: text(search, 'type'),
      addressee: text(search, 'addressee'),
      state: text(search, 'state'),
      branch: text(search, 'branch'),
      below: search.below === true || search.below === 'true' || undefined,
      moment: oneOf(search, 'moment', ['created', 'sent', 'updated', 'answered']),
      from: text(search, 'from'),
      to: text(search, 'to'),
      executor: text(search, 'executor'),
      applicant: text(search, 'applicant'),
      application: text(search, 'application'),
    }),
  component: lazyRouteComponent(
    () => import('@/features/inquiries/inquiries-page.tsx'),
    'InquiriesPage',
  ),
});

const newInquiry = createRoute({
  getParentRoute: () => frame,
  path: '/inquiries/new',
  // Whom and what it is about, the checklist item it is to bring, the service whose types come first.
  validateSearch: (search: Record<string, unknown>) =>
    known({
      applicant: text(search, 'applicant'),
      application: text(search, 'application'),
      item: text(search, 'item'),
      person: text(search, 'person'),
      service: text(search, 'service'),
    }),
  component: lazyRouteComponent(
    () => import('@/features/inquiries/new-inquiry-page.tsx'),
    'NewInquiryPage',
  ),
});

const inquiry = createRoute({
  getParentRoute: () => frame,
  path: '/inquiries/$id',
  component: lazyRouteComponent(() => import('./inquiry-route.tsx'), 'InquiryRoute'),
});

const packages = createRoute({
  getParentRoute: () => frame,
  path: '/packages',
  validateSearch: (search: Record<string, unknown>) =>
    known({
      tab: oneOf(search, 'tab', ['to', 'runs', 'from']),
      q: text(search, 'q'),
      ended: flag(search, 'ended'),
    }),
  component: lazyRouteComponent(
    () => import('@/features/packages/packages-page.tsx'),
    'PackagesPage',
  ),
});

const packageRoute = createRoute({
  getParentRoute: () => frame,
  path: '/packages/$id',
  component: lazyRouteComponent(() => import('./package-route.tsx'), 'PackageRoute'),
});

const courierRun = createRoute({
  getParentRoute: () => frame,
  path: '/courier-runs/$id',
  component: lazyRouteComponent(() => import('./courier-run-route.tsx'), 'CourierRunRoute'),
});

const smev = createRoute({
  getParentRoute: () => frame,
  path: '/smev',
  validateSearch: (search: Record<string, unknown>) =>
    known({
      direction: oneOf(search, 'direction', ['outgoing', 'incoming']),
      state: oneOf(search, 'state', [
        'waiting',
        'sent',
        'accepted',
        'delivered',
        'failed',
        'received',
        'handled',
        'given_up',
        'dropped',
      ]),
      operation: oneOf(search, 'operation', ['request', 'response', 'status', 'reject', 'cancel']),
      version: oneOf(search, 'version', ['1.1', '1.2', '1.3']),
      q: text(search, 'q'),
      sender: text(search, 'sender'),
      error_code: text(search, 'error_code'),
      smev_id: text(search, 'smev_id'),
      from: text(search, 'from'),
      to: text(search, 'to'),
      subject: text(search, 'subject'),
      message: text(search, 'message'),
    }),
  component: lazyRouteComponent(() => import('@/features/smev/smev-page.tsx'), 'SmevPage'),
});

const messageTypes = createRoute({
  getParentRoute: () => frame,
  path: '/message-types',
  validateSearch: (search: Record<string, unknown>) =>
    known({
      q: text(search, 'q'),
      state: oneOf(search, 'state', ['draft', 'published', 'withdrawn']),
      kind: oneOf(search, 'kind', ['inquiry', 'application']),
    }),
  component: lazyRouteComponent(
    () => import('@/features/message-types/message-types-page.tsx'),
    'MessageTypesPage',
  ),
});

const messageType = createRoute({
  getParentRoute: () => frame,
  path: '/message-types/$name/$version',
  validateSearch: (search: Record<string, unknown>) =>
    known({ tab: oneOf(search, 'tab', ['settings', 'request', 'response']) }),
  component: lazyRouteComponent(
    () => import('@/features/message-types/version-page.tsx'),
    'VersionPage',
  ),
});

const audit = createRoute({
  getParentRoute: () => frame,
  path: '/audit',
  validateSearch: (search: Record<string, unknown>) =>
    known({
      event: text(search, 'event'),
      user_id: text(search, 'user_id'),
      object_kind: text(search, 'object_kind'),
      object_id: text(search, 'object_id'),
      q: text(search, 'q'),
      from: text(search, 'from'),
      to: text(search, 'to'),
    }),
  component: lazyRouteComponent(() => import('@/features/audit/audit-page.tsx'), 'AuditPage'),
});

const account = createRoute({
  getParentRoute: () => frame,
  path: '/account',
  component: lazyRouteComponent(() => import('@/features/account/account-page.tsx'), 'AccountPage'),
});

const routeTree = root.addChildren([
  signIn,
  frame.addChildren([
    home,
    intake,
    worklists,
    caseRoute,
    applicant,
    registrations,
    registration,
    calls,
    inquiries,
    newInquiry,
    inquiry,
    packages,
    packageRoute,
    courierRun,
    smev,
    messageTypes,
    messageType,
    audit,
    account,
    missing,
  ]),
]);

export const router = createRouter({
  routeTree,
  defaultErrorComponent: RouteError,
  defaultPendingComponent: RoutePending,
  defaultPendingMs: 400,
  defaultNotFoundComponent: RouteMissing,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
