/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "trellis-vocabulary.h"

/* A small vocabulary of the tests' own, so that they do not change with the one that ships.
 * Returns: (transfer full) */
static inline TrellisVocabulary *
vocabulary_fixture_new (void)
{
  static const char json[]
      = "{ \"format\": \"trellis-vocabulary\", \"version\": 1,"
        "  \"categories\": [ { \"id\": \"any\", \"name\": \"Any\", \"name_ru\": \"Любые\" } ],"
        "  \"entries\": ["
        "    { \"name\": \"C\", \"category\": \"any\", \"rule\": \"listed\" },"
        "    { \"name\": \"C++\", \"category\": \"any\" },"
        "    { \"name\": \"CI/CD\", \"category\": \"any\" },"
        "    { \"name\": \"Django\", \"category\": \"any\", \"under\": [\"Python\"] },"
        "    { \"name\": \"Docker\", \"category\": \"any\", \"aliases\": [\"докер*\"] },"
        "    { \"name\": \"FastAPI\", \"category\": \"any\", \"under\": [\"Python\"] },"
        "    { \"name\": \"Go\", \"category\": \"any\", \"rule\": \"listed\","
        "      \"aliases\": [\"Golang\"] },"
        "    { \"name\": \"Kotlin\", \"category\": \"any\" },"
        "    { \"name\": \"PostgreSQL\", \"category\": \"any\", \"under\": [\"SQL\"],"
        "      \"aliases\": [\"Postgres\"] },"
        "    { \"name\": \"Python\", \"category\": \"any\" },"
        "    { \"name\": \"React\", \"category\": \"any\" },"
        "    { \"name\": \"Rust\", \"category\": \"any\" },"
        "    { \"name\": \"SQL\", \"category\": \"any\" },"
        "    { \"name\": \"Testing\", \"category\": \"any\","
        "      \"aliases\": [\"тестировани*\"] },"
        "    { \"name\": \"Vue\", \"category\": \"any\" } ] }";
  GError            *error = NULL;
  TrellisVocabulary *vocabulary = trellis_vocabulary_new_from_json (json, "fixture.json", &error);

  g_assert_no_error (error);
  return vocabulary;
}
