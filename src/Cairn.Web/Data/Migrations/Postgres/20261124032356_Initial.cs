using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cairn.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "broader_skills",
                columns: table => new
                {
                    skill_id = table.Column<string>(type: "text", nullable: false),
                    broader_id = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_broader_skills", x => new { x.skill_id, x.broader_id });
                });

            migrationBuilder.CreateTable(
                name: "catalogue_lists",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    publisher = table.Column<string>(type: "text", nullable: false),
                    attribution = table.Column<string>(type: "text", nullable: false),
                    link = table.Column<string>(type: "text", nullable: true),
                    as_of = table.Column<DateOnly>(type: "date", nullable: false),
                    starter = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_catalogue_lists", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "entry_conditions",
                columns: table => new
                {
                    occupation_id = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    share = table.Column<int>(type: "integer", nullable: true),
                    importance = table.Column<int>(type: "integer", nullable: true),
                    uncertain = table.Column<bool>(type: "boolean", nullable: true),
                    group_title = table.Column<string>(type: "text", nullable: true),
                    as_of = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_entry_conditions", x => new { x.occupation_id, x.kind, x.source, x.ordinal });
                });

            migrationBuilder.CreateTable(
                name: "frameworks",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<string>(type: "text", nullable: false),
                    attribution = table.Column<string>(type: "text", nullable: false),
                    link = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_frameworks", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "goals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    link = table.Column<string>(type: "text", nullable: false),
                    route = table.Column<string>(type: "text", nullable: false),
                    occupation_id = table.Column<string>(type: "text", nullable: true),
                    present_occupation_id = table.Column<string>(type: "text", nullable: true),
                    own_word_counts = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    allow_estimated_prices = table.Column<bool>(type: "boolean", nullable: false),
                    allow_guesses = table.Column<bool>(type: "boolean", nullable: false),
                    allow_older = table.Column<bool>(type: "boolean", nullable: false),
                    budget = table.Column<long>(type: "bigint", nullable: true),
                    coverage_percent = table.Column<int>(type: "integer", nullable: false),
                    currency = table.Column<string>(type: "text", nullable: false),
                    finish_by = table.Column<DateOnly>(type: "date", nullable: true),
                    hours_per_week = table.Column<int>(type: "integer", nullable: false),
                    languages = table.Column<string>(type: "text", nullable: false),
                    max_at_once = table.Column<int>(type: "integer", nullable: false),
                    max_programs = table.Column<int>(type: "integer", nullable: false),
                    slack_percent = table.Column<int>(type: "integer", nullable: false),
                    start_on = table.Column<DateOnly>(type: "date", nullable: true),
                    zone = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_goals", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "import_pages",
                columns: table => new
                {
                    import_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    payload = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import_pages", x => new { x.import_id, x.ordinal });
                });

            migrationBuilder.CreateTable(
                name: "import_refusals",
                columns: table => new
                {
                    import_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    file = table.Column<string>(type: "text", nullable: false),
                    line = table.Column<int>(type: "integer", nullable: false),
                    column = table.Column<string>(type: "text", nullable: false),
                    found = table.Column<string>(type: "text", nullable: false),
                    expected = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import_refusals", x => new { x.import_id, x.ordinal });
                });

            migrationBuilder.CreateTable(
                name: "imports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    file = table.Column<string>(type: "text", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    read = table.Column<int>(type: "integer", nullable: false),
                    added = table.Column<int>(type: "integer", nullable: false),
                    changed = table.Column<int>(type: "integer", nullable: false),
                    unchanged = table.Column<int>(type: "integer", nullable: false),
                    refused = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_imports", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "level_anchors",
                columns: table => new
                {
                    skill_id = table.Column<string>(type: "text", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    level = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_level_anchors", x => new { x.skill_id, x.language, x.level });
                });

            migrationBuilder.CreateTable(
                name: "occupation_matches",
                columns: table => new
                {
                    occupation_id = table.Column<string>(type: "text", nullable: false),
                    match_id = table.Column<string>(type: "text", nullable: false),
                    type = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_occupation_matches", x => new { x.occupation_id, x.match_id });
                });

            migrationBuilder.CreateTable(
                name: "occupation_names",
                columns: table => new
                {
                    occupation_id = table.Column<string>(type: "text", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_occupation_names", x => new { x.occupation_id, x.language, x.kind, x.ordinal });
                });

            migrationBuilder.CreateTable(
                name: "occupation_skills",
                columns: table => new
                {
                    occupation_id = table.Column<string>(type: "text", nullable: false),
                    skill_id = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    importance = table.Column<int>(type: "integer", nullable: true),
                    level = table.Column<int>(type: "integer", nullable: true),
                    not_relevant = table.Column<bool>(type: "boolean", nullable: false),
                    importance_uncertain = table.Column<bool>(type: "boolean", nullable: true),
                    level_uncertain = table.Column<bool>(type: "boolean", nullable: true),
                    in_demand = table.Column<bool>(type: "boolean", nullable: false),
                    as_of = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_occupation_skills", x => new { x.occupation_id, x.skill_id, x.source });
                });

            migrationBuilder.CreateTable(
                name: "occupations",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    framework = table.Column<string>(type: "text", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    uri = table.Column<string>(type: "text", nullable: true),
                    job_zone = table.Column<int>(type: "integer", nullable: true),
                    regulated_note = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_occupations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "outlooks",
                columns: table => new
                {
                    occupation_id = table.Column<string>(type: "text", nullable: false),
                    place = table.Column<string>(type: "text", nullable: false),
                    from_year = table.Column<int>(type: "integer", nullable: false),
                    to_year = table.Column<int>(type: "integer", nullable: false),
                    change_permille = table.Column<int>(type: "integer", nullable: false),
                    openings_per_year = table.Column<int>(type: "integer", nullable: true),
                    group_title = table.Column<string>(type: "text", nullable: true),
                    source = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_outlooks", x => new { x.occupation_id, x.place, x.from_year });
                });

            migrationBuilder.CreateTable(
                name: "plans",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    goal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    link = table.Column<string>(type: "text", nullable: false),
                    fingerprint = table.Column<string>(type: "text", nullable: false),
                    occupation_id = table.Column<string>(type: "text", nullable: true),
                    request = table.Column<byte[]>(type: "bytea", nullable: false),
                    answer = table.Column<string>(type: "text", nullable: false),
                    assumptions = table.Column<string>(type: "text", nullable: false),
                    follow_ups = table.Column<string>(type: "text", nullable: true),
                    planner_version = table.Column<string>(type: "text", nullable: false),
                    catalogue_version = table.Column<string>(type: "text", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    kept_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    chosen = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_plans", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "program_approvals",
                columns: table => new
                {
                    program_id = table.Column<string>(type: "text", nullable: false),
                    register = table.Column<string>(type: "text", nullable: false),
                    body = table.Column<string>(type: "text", nullable: false),
                    link = table.Column<string>(type: "text", nullable: true),
                    as_of = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_program_approvals", x => new { x.program_id, x.register });
                });

            migrationBuilder.CreateTable(
                name: "program_listings",
                columns: table => new
                {
                    list_id = table.Column<string>(type: "text", nullable: false),
                    source_key = table.Column<string>(type: "text", nullable: false),
                    program_id = table.Column<string>(type: "text", nullable: false),
                    as_of = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_program_listings", x => new { x.list_id, x.source_key });
                });

            migrationBuilder.CreateTable(
                name: "program_names",
                columns: table => new
                {
                    program_id = table.Column<string>(type: "text", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_program_names", x => new { x.program_id, x.language, x.ordinal });
                });

            migrationBuilder.CreateTable(
                name: "program_occupations",
                columns: table => new
                {
                    program_id = table.Column<string>(type: "text", nullable: false),
                    occupation_id = table.Column<string>(type: "text", nullable: false),
                    basis = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_program_occupations", x => new { x.program_id, x.occupation_id });
                });

            migrationBuilder.CreateTable(
                name: "program_skill_corrections",
                columns: table => new
                {
                    program_id = table.Column<string>(type: "text", nullable: false),
                    skill_id = table.Column<string>(type: "text", nullable: false),
                    teaches = table.Column<bool>(type: "boolean", nullable: false),
                    level = table.Column<int>(type: "integer", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_program_skill_corrections", x => new { x.program_id, x.skill_id });
                });

            migrationBuilder.CreateTable(
                name: "program_skills",
                columns: table => new
                {
                    program_id = table.Column<string>(type: "text", nullable: false),
                    skill_id = table.Column<string>(type: "text", nullable: false),
                    level = table.Column<int>(type: "integer", nullable: false),
                    basis = table.Column<string>(type: "text", nullable: false),
                    confidence = table.Column<int>(type: "integer", nullable: false),
                    words = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_program_skills", x => new { x.program_id, x.skill_id });
                });

            migrationBuilder.CreateTable(
                name: "program_starts",
                columns: table => new
                {
                    program_id = table.Column<string>(type: "text", nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_program_starts", x => new { x.program_id, x.starts_on });
                });

            migrationBuilder.CreateTable(
                name: "program_subscriptions",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    per_month = table.Column<long>(type: "bigint", nullable: false),
                    currency = table.Column<string>(type: "text", nullable: false),
                    source_link = table.Column<string>(type: "text", nullable: false),
                    as_of = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_program_subscriptions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "program_topics",
                columns: table => new
                {
                    program_id = table.Column<string>(type: "text", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_program_topics", x => new { x.program_id, x.ordinal });
                });

            migrationBuilder.CreateTable(
                name: "programs",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    provider_id = table.Column<string>(type: "text", nullable: false),
                    link = table.Column<string>(type: "text", nullable: true),
                    offer = table.Column<string>(type: "text", nullable: false),
                    credential = table.Column<string>(type: "text", nullable: false),
                    level = table.Column<int>(type: "integer", nullable: true),
                    language = table.Column<string>(type: "text", nullable: true),
                    hours = table.Column<int>(type: "integer", nullable: true),
                    hours_basis = table.Column<string>(type: "text", nullable: false),
                    hours_derivation = table.Column<string>(type: "text", nullable: true),
                    hours_list_id = table.Column<string>(type: "text", nullable: true),
                    topics_list_id = table.Column<string>(type: "text", nullable: true),
                    weeks = table.Column<int>(type: "integer", nullable: true),
                    pace = table.Column<string>(type: "text", nullable: false),
                    mode = table.Column<string>(type: "text", nullable: false),
                    place = table.Column<string>(type: "text", nullable: true),
                    price_kind = table.Column<string>(type: "text", nullable: false),
                    price = table.Column<long>(type: "bigint", nullable: true),
                    currency = table.Column<string>(type: "text", nullable: true),
                    price_note = table.Column<string>(type: "text", nullable: true),
                    subscription_id = table.Column<string>(type: "text", nullable: true),
                    aid_note = table.Column<string>(type: "text", nullable: true),
                    prerequisites = table.Column<string>(type: "text", nullable: true),
                    field_of_study = table.Column<string>(type: "text", nullable: true),
                    as_of = table.Column<DateOnly>(type: "date", nullable: false),
                    list_id = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_programs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "providers",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    link = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_providers", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "related_occupations",
                columns: table => new
                {
                    occupation_id = table.Column<string>(type: "text", nullable: false),
                    related_id = table.Column<string>(type: "text", nullable: false),
                    rank = table.Column<int>(type: "integer", nullable: false),
                    tier = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_related_occupations", x => new { x.occupation_id, x.related_id });
                });

            migrationBuilder.CreateTable(
                name: "related_skills",
                columns: table => new
                {
                    skill_id = table.Column<string>(type: "text", nullable: false),
                    related_id = table.Column<string>(type: "text", nullable: false),
                    essential = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_related_skills", x => new { x.skill_id, x.related_id, x.essential });
                });

            migrationBuilder.CreateTable(
                name: "same_skills",
                columns: table => new
                {
                    skill_id = table.Column<string>(type: "text", nullable: false),
                    other_id = table.Column<string>(type: "text", nullable: false),
                    basis = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_same_skills", x => new { x.skill_id, x.other_id });
                });

            migrationBuilder.CreateTable(
                name: "skill_names",
                columns: table => new
                {
                    skill_id = table.Column<string>(type: "text", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_skill_names", x => new { x.skill_id, x.language, x.kind, x.ordinal });
                });

            migrationBuilder.CreateTable(
                name: "skills",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false),
                    framework = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    uri = table.Column<string>(type: "text", nullable: true),
                    hot = table.Column<bool>(type: "boolean", nullable: false),
                    reuse_level = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_skills", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "wages",
                columns: table => new
                {
                    occupation_id = table.Column<string>(type: "text", nullable: false),
                    place = table.Column<string>(type: "text", nullable: false),
                    as_of = table.Column<DateOnly>(type: "date", nullable: false),
                    currency = table.Column<string>(type: "text", nullable: false),
                    annual = table.Column<bool>(type: "boolean", nullable: false),
                    p10 = table.Column<long>(type: "bigint", nullable: true),
                    p25 = table.Column<long>(type: "bigint", nullable: true),
                    median = table.Column<long>(type: "bigint", nullable: true),
                    p75 = table.Column<long>(type: "bigint", nullable: true),
                    p90 = table.Column<long>(type: "bigint", nullable: true),
                    top_code = table.Column<long>(type: "bigint", nullable: true),
                    group_title = table.Column<string>(type: "text", nullable: true),
                    source = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wages", x => new { x.occupation_id, x.place, x.as_of });
                });

            migrationBuilder.CreateTable(
                name: "goal_aid",
                columns: table => new
                {
                    goal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ordinal = table.Column<int>(type: "integer", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    percent = table.Column<int>(type: "integer", nullable: true),
                    amount = table.Column<long>(type: "bigint", nullable: true),
                    provider_id = table.Column<string>(type: "text", nullable: true),
                    program_id = table.Column<string>(type: "text", nullable: true),
                    granted = table.Column<bool>(type: "boolean", nullable: false),
                    at_most = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_goal_aid", x => new { x.goal_id, x.ordinal });
                    table.ForeignKey(
                        name: "FK_goal_aid_goals_goal_id",
                        column: x => x.goal_id,
                        principalTable: "goals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "goal_skills",
                columns: table => new
                {
                    goal_id = table.Column<Guid>(type: "uuid", nullable: false),
                    skill_id = table.Column<string>(type: "text", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    level = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_goal_skills", x => new { x.goal_id, x.skill_id, x.role });
                    table.ForeignKey(
                        name: "FK_goal_skills_goals_goal_id",
                        column: x => x.goal_id,
                        principalTable: "goals",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_broader_skills_broader_id",
                table: "broader_skills",
                column: "broader_id");

            migrationBuilder.CreateIndex(
                name: "IX_goals_link",
                table: "goals",
                column: "link",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_occupation_matches_match_id",
                table: "occupation_matches",
                column: "match_id");

            migrationBuilder.CreateIndex(
                name: "IX_occupation_skills_skill_id",
                table: "occupation_skills",
                column: "skill_id");

            migrationBuilder.CreateIndex(
                name: "IX_occupations_framework",
                table: "occupations",
                column: "framework");

            migrationBuilder.CreateIndex(
                name: "IX_plans_goal_id_fingerprint",
                table: "plans",
                columns: new[] { "goal_id", "fingerprint" });

            migrationBuilder.CreateIndex(
                name: "IX_plans_link",
                table: "plans",
                column: "link",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_program_listings_program_id",
                table: "program_listings",
                column: "program_id");

            migrationBuilder.CreateIndex(
                name: "IX_program_occupations_occupation_id",
                table: "program_occupations",
                column: "occupation_id");

            migrationBuilder.CreateIndex(
                name: "IX_program_skills_skill_id",
                table: "program_skills",
                column: "skill_id");

            migrationBuilder.CreateIndex(
                name: "IX_programs_provider_id",
                table: "programs",
                column: "provider_id");

            migrationBuilder.CreateIndex(
                name: "IX_related_skills_related_id",
                table: "related_skills",
                column: "related_id");

            migrationBuilder.CreateIndex(
                name: "IX_same_skills_other_id",
                table: "same_skills",
                column: "other_id");

            migrationBuilder.CreateIndex(
                name: "IX_skills_framework",
                table: "skills",
                column: "framework");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "broader_skills");

            migrationBuilder.DropTable(
                name: "catalogue_lists");

            migrationBuilder.DropTable(
                name: "entry_conditions");

            migrationBuilder.DropTable(
                name: "frameworks");

            migrationBuilder.DropTable(
                name: "goal_aid");

            migrationBuilder.DropTable(
                name: "goal_skills");

            migrationBuilder.DropTable(
                name: "import_pages");

            migrationBuilder.DropTable(
                name: "import_refusals");

            migrationBuilder.DropTable(
                name: "imports");

            migrationBuilder.DropTable(
                name: "level_anchors");

            migrationBuilder.DropTable(
                name: "occupation_matches");

            migrationBuilder.DropTable(
                name: "occupation_names");

            migrationBuilder.DropTable(
                name: "occupation_skills");

            migrationBuilder.DropTable(
                name: "occupations");

            migrationBuilder.DropTable(
                name: "outlooks");

            migrationBuilder.DropTable(
                name: "plans");

            migrationBuilder.DropTable(
                name: "program_approvals");

            migrationBuilder.DropTable(
                name: "program_listings");

            migrationBuilder.DropTable(
                name: "program_names");

            migrationBuilder.DropTable(
                name: "program_occupations");

            migrationBuilder.DropTable(
                name: "program_skill_corrections");

            migrationBuilder.DropTable(
                name: "program_skills");

            migrationBuilder.DropTable(
                name: "program_starts");

            migrationBuilder.DropTable(
                name: "program_subscriptions");

            migrationBuilder.DropTable(
                name: "program_topics");

            migrationBuilder.DropTable(
                name: "programs");

            migrationBuilder.DropTable(
                name: "providers");

            migrationBuilder.DropTable(
                name: "related_occupations");

            migrationBuilder.DropTable(
                name: "related_skills");

            migrationBuilder.DropTable(
                name: "same_skills");

            migrationBuilder.DropTable(
                name: "skill_names");

            migrationBuilder.DropTable(
                name: "skills");

            migrationBuilder.DropTable(
                name: "wages");

            migrationBuilder.DropTable(
                name: "goals");
        }
    }
}
