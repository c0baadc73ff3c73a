using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Cairn.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AidForSeveralPrograms : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string[]>(
                name: "program_ids",
                table: "goal_aid",
                type: "text[]",
                nullable: false,
                defaultValue: new string[0]);

            migrationBuilder.Sql("UPDATE goal_aid SET program_ids = ARRAY[program_id] WHERE program_id IS NOT NULL");

            migrationBuilder.DropColumn(
                name: "program_id",
                table: "goal_aid");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "program_ids",
                table: "goal_aid");

            migrationBuilder.AddColumn<string>(
                name: "program_id",
                table: "goal_aid",
                type: "text",
                nullable: true);
        }
    }
}
