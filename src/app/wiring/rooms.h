// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <vector>

#include "agency/routes.h"
#include "applicants/routes.h"
#include "applications/routes.h"
#include "catalog/calendar.h"
#include "catalog/content.h"
#include "catalog/routes.h"
#include "contact_center/jobs.h"
#include "contact_center/routes.h"
#include "documents/routes.h"
#include "exchange/routes.h"
#include "exchange/worker.h"
#include "http/router.h"
#include "inquiries/jobs.h"
#include "inquiries/routes.h"
#include "message_types/registry.h"
#include "message_types/routes.h"
#include "packages/routes.h"
#include "printing/render.h"
#include "xml/schema.h"

namespace okno::app {

struct House;

// What the business rooms read from the content folder.
struct Content {
  explicit Content(House& house);
  std::unique_ptr<catalog::Catalog> services;
  std::vector<catalog::ReferenceBook> reference_books;
  catalog::WorkingCalendar calendar;
  printing::TemplateBook templates;
  std::unique_ptr<message_types::Registry> registry;
  xml::SchemaSet center_application;
};

// The business rooms: what their use cases and handlers need.
struct Rooms {
  explicit Rooms(House& house);
  void AddRoutes(http::Router& router) const;
  // Names the handlers of jobs and events and the periodic tasks; once, before the runner starts.
  void RegisterJobs();

  House& house;
  Content content;
  catalog::Services catalog;
  applicants::Services applicants;
  documents::Services documents;
  message_types::Services types;
  applications::Services applications;
  packages::Services packages;
  agency::Services agency;
  contact_center::Services contact_center;
  exchange::Services exchange;
  inquiries::Services inquiries;
  std::unique_ptr<exchange::Worker> exchange_worker;  // made by RegisterJobs
};

}  // namespace okno::app
