package skylark.models.store;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where a model comes from. */
enum Client {
    @JsonProperty("npm")
    NPM("npm", "install Node.js with npm (Debian: apt-get install npm; others: https://nodejs.org)"),
    @JsonProperty("maven")
    MAVEN("mvn", "install Maven 3.8 or later (Debian: apt-get install maven; others: https://maven.apache.org)"),
    @JsonProperty("operator")
    OPERATOR("", "import it again");

    private final String command;
    private final String howToGet;

    Client(String command, String howToGet) {
        this.command = command;
        this.howToGet = howToGet;
    }

    String command() {
        return command;
    }

    String howToGet() {
        return howToGet;
    }
}
