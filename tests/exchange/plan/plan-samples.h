/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Plans as they are written: with headings, with lists, with labels alone, in Russian. */

static const char plan_headings[]
    = "## About the skill\n"
      "\n"
      "Load testing of the ferry's ticket office.\n"
      "\n"
      "It is slow on Fridays.\n"
      "\n"
      "## Goals\n"
      "\n"
      "Two of them, as the course asks.\n"
      "\n"
      "### Goal 1: Script a crossing\n"
      "\n"
      "- **Specific:** one script that buys\n"
      "  a return ticket\n"
      "- **Measurable**: 200 crossings a minute\n"
      "- *Time-bound* — by 2026-10-05\n"
      "\n"
      "A word about the harbour.\n"
      "\n"
      "### Goal 2: Read the curves\n"
      "\n"
      "S: tell a queue from a leak\n"
      "\n"
      "R: the harbour asks for it\n"
      "\n"
      "## Planning\n"
      "\n"
      "### Milestones\n"
      "\n"
      "1. 2026-09-15: the script runs\n"
      "2. **05.10.2026** - the report is read\n"
      "   - by the harbour master\n"
      "3. [ ] all of it again (by 1 November 2026)\n"
      "4. some day\n"
      "\n"
      "**Resources**\n"
      "\n"
      "- [Guide of the tool](https://tool.example/guide), chapter 3\n"
      "- The wiki: <https://wiki.example/load>\n"
      "- A book from the harbour's shelf\n"
      "\n"
      "## Risks\n"
      "\n"
      "| risk | what then |\n"
      "|---|---|\n"
      "| storm | wait |\n"
      "\n"
      "## Tracking\n"
      "\n"
      "* crossings a minute\n"
      "* a line in the log each Friday\n";

static const char plan_lists[] = "# Goals\n"
                                 "1. **Sail alone**\n"
                                 "   - Specific: leave the harbour\n"
                                 "   - Relevant: nobody else does\n"
                                 "2. Land again\n"
                                 "\n"
                                 "Tracking:\n"
                                 "\n"
                                 "- landings\n";

static const char plan_labels[] = "Goals\n"
                                  "-----\n"
                                  "**Specific:** tie six knots\n"
                                  "\n"
                                  "**Measurable**\n"
                                  "six of six\n"
                                  "\n"
                                  "**Specific:** untie them\n";

static const char plan_russian[] = "## Цели\n"
                                   "\n"
                                   "### Цель 1. Вязать узлы\n"
                                   "\n"
                                   "- **Конкретность:** шесть узлов\n"
                                   "- **Срок:** до 5 октября 2026\n"
                                   "\n"
                                   "## Планирование\n"
                                   "\n"
                                   "- 15.09.2026 — три узла\n"
                                   "\n"
                                   "## Материалы\n"
                                   "\n"
                                   "- Книга о канатах\n"
                                   "\n"
                                   "## Отслеживание\n"
                                   "\n"
                                   "- узлы за минуту\n";

static const char *const plan_samples[] = {
  plan_headings,
  plan_lists,
  plan_labels,
  plan_russian,
  "",
  "Only a paragraph,\nof two lines.",
  "## Goals\r\n\r\n### Goal 1: C#\r\n\r\n- S: a\r\n- M: b\r\n",
  "```\n## Goals\n- S: code\n```\n<!-- ## Goals -->\n- loose\n",
  "## Resources\n\n- \n- [broken]\n- https://a.example/x_(y)\n\n## Tracking\n",
  "> ## Goals\n> - **Specific:** quoted\n\n## Milestones ##\n\t- 2026-02-30: no such day\n",
};
